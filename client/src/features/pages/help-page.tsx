import { Accordion } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Card } from '../../ui/card.tsx'
import { Page } from '../../ui/page.tsx'
import classes from './pages.module.css'

const questions = ['cap', 'charged', 'declined', 'enough', 'vote', 'retained', 'refuse', 'invoice', 'leave', 'privacy']
const words = ['group', 'need', 'pledge', 'cap', 'cover', 'round', 'bid', 'mission', 'share', 'milestone', 'retained']

/** The questions people ask, then the words that all screens share. */
export const HelpPage = () => {
  const { t } = useTranslation('pages')
  return (
    <Page title={t('help.title')} lead={t('help.lead')}>
      <Card aria-labelledby="questions">
        <h2 id="questions">{t('help.questions')}</h2>
        <Accordion multiple>
          {questions.map((key) => (
            <Accordion.Item key={key} value={key}>
              <Accordion.Control>{t(`help.answers.${key}.question`)}</Accordion.Control>
              <Accordion.Panel>{t(`help.answers.${key}.answer`)}</Accordion.Panel>
            </Accordion.Item>
          ))}
        </Accordion>
      </Card>
      <Card aria-labelledby="mots">
        <h2 id="mots">{t('help.words')}</h2>
        <dl className={classes['words']}>
          {words.map((key) => (
            <div key={key}>
              <dt>{t(`help.glossary.${key}.word`)}</dt>
              <dd>{t(`help.glossary.${key}.meaning`)}</dd>
            </div>
          ))}
        </dl>
      </Card>
      <Card aria-labelledby="personne">
        <h2 id="personne">{t('help.person')}</h2>
        <p>{t('help.personText')}</p>
      </Card>
    </Page>
  )
}
