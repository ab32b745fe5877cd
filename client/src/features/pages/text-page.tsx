import { useTranslation } from 'react-i18next'
import { Card } from '../../ui/card.tsx'
import { Page } from '../../ui/page.tsx'
import classes from './pages.module.css'

type Section = { title: string; paragraphs: string[] }

/** A page of plain words: its sections come whole from the texts. */
const TextPage = ({ name }: { name: string }) => {
  const { t } = useTranslation('pages')
  const sections = t(`${name}.sections`, { returnObjects: true }) as Section[]
  return (
    <Page title={t(`${name}.title`)} lead={t(`${name}.lead`)} narrow>
      {sections.map(({ title, paragraphs }) => (
        <Card key={title} tight className={classes['text']}>
          <h2>{title}</h2>
          {paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </Card>
      ))}
    </Page>
  )
}

export const LegalPage = () => <TextPage name="legal" />
export const PrivacyPage = () => <TextPage name="privacy" />
export const AccessibilityPage = () => <TextPage name="accessibility" />
