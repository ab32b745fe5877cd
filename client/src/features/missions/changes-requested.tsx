import { useTranslation } from 'react-i18next'
import type { MilestoneView } from '@mutuo/shared/missions/mission.schema.ts'
import { day } from '../../platform/format.ts'
import classes from './missions.module.css'

/** The corrections asked for, the latest open while they wait. */
export const ChangesRequested = ({ milestone }: { milestone: MilestoneView }) => {
  const { t } = useTranslation('missions')
  const isWaiting = milestone.state === 'changes_requested'
  return [...milestone.changesRequested].reverse().map(({ by, at, items }, index) => (
    <details key={`${by}${at}`} className={classes['delivery']} open={isWaiting && index === 0}>
      <summary>{t('changes.asked', { count: items.length, by, on: day(at) })}</summary>
      <ul className={classes['items']}>
        {items.map((item, place) => (
          <li key={place}>{item}</li>
        ))}
      </ul>
    </details>
  ))
}
