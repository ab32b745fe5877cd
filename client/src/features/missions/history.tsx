import { useTranslation } from 'react-i18next'
import type { MissionView } from '@mutuo/shared/missions/mission.schema.ts'
import { Card } from '../../ui/card.tsx'
import { When } from '../../ui/when.tsx'
import classes from './missions.module.css'

/** What happened, and who did it. */
export const History = ({ mission }: { mission: MissionView }) => {
  const { t } = useTranslation('missions')
  return (
    <Card flat tight aria-labelledby="history">
      <h3 id="history">{t('history.title')}</h3>
      <ul className={classes['moves']}>
        {mission.history.map(({ at, event, by }) => (
          <li key={`${at}${event}`}>
            <span className="muted">
              <When at={at} as="day" />
            </span>
            <span>
              {t(`history.${event.replace('.', '-')}`)}
              {by && <small> {by}</small>}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
