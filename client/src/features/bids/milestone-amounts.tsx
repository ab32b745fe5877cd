import { useTranslation } from 'react-i18next'
import type { BidView } from '@mutuo/shared/bids/bid.schema.ts'
import { money } from '../../platform/format.ts'

/** `900 + 900 + 630 + 840 €`: a sign that comes after the figure is said once. */
export const amountsSum = (amountsMinor: readonly number[]) =>
  amountsMinor
    .map((amount) => money(amount, { whole: true }))
    .map((words, index, all) => (index === all.length - 1 ? words : words.replace(/\u00a0€$/, '')))
    .join(' + ')

export const MilestoneAmounts = ({ bid }: { bid: BidView }) => {
  const { t } = useTranslation('bids')
  const count = bid.content?.milestones.length ?? 0
  return (
    <>
      {t('milestones.count', { count })}
      {bid.milestoneAmountsMinor && bid.milestoneAmountsMinor.length > 0 && (
        <>
          <br />
          <small>{amountsSum(bid.milestoneAmountsMinor)}</small>
        </>
      )}
    </>
  )
}
