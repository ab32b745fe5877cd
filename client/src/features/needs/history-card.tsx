import { Accordion } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { NeedView } from '@mutuo/shared/needs/need.schema.ts'
import { When } from '../../ui/when.tsx'
import classes from './need.module.css'

/** Who did what, when; members read it. */
export const HistoryCard = ({ need: { history } }: { need: NeedView }) => {
  const { t, i18n } = useTranslation('needs')
  const wordsOf = (event: string) => (i18n.exists(`needs:history.${event}`) ? t(`history.${event}`) : t('history.changed'))
  return (
    <Accordion variant="contained" radius="lg" order={2}>
      <Accordion.Item value="historique">
        <Accordion.Control>
          <span className={classes['fold']}>{t('history.title')}</span>
        </Accordion.Control>
        <Accordion.Panel>
          <ol className={classes['history']}>
            {history.toReversed().map(({ at, event, by }) => (
              <li key={at + event}>
                <span>{wordsOf(event.replace('need.', ''))}</span>
                <small>
                  {by && `${by}, `}
                  <When at={at} />
                </small>
              </li>
            ))}
          </ol>
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  )
}
