import { useTranslation } from 'react-i18next'
import type { MilestoneView } from '@mutuo/shared/missions/mission.schema.ts'
import { money } from '../../platform/format.ts'
import classes from './missions.module.css'

/** What a milestone is worth in all, and for the reader; of an own lot, only the reader's own. */
export const MilestoneAmount = ({ milestone }: { milestone: MilestoneView }) => {
  const { t } = useTranslation('missions')
  const { amountMinor, myAmountMinor, lot } = milestone
  const shown = amountMinor ?? myAmountMinor
  if (shown === undefined) return null
  return (
    <span className={classes['amount']}>
      <b>{money(shown)}</b>{' '}
      {amountMinor !== undefined && myAmountMinor !== undefined && (
        <small>{t('milestones.myPart', { amount: money(myAmountMinor) })}</small>
      )}
      {amountMinor === undefined && lot.kind === 'own' && <small>{t('milestones.myLot')}</small>}
    </span>
  )
}
