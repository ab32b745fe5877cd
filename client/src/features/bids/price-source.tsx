import { useTranslation } from 'react-i18next'
import type { BidView } from '@mutuo/shared/bids/bid.schema.ts'
import { money } from '../../platform/format.ts'
import { myPriceNow } from './sort-bids.ts'

/** Where the reader's price comes from, lot by lot; where its cap holds, what that does. */
export const PriceSource = ({ bid }: { bid: BidView }) => {
  const { t } = useTranslation('bids')
  if (!bid.mine) return null
  const { byKeyMinor, parts } = bid.mine
  const now = myPriceNow(bid)
  if (now?.isAtCap && byKeyMinor !== undefined) {
    const beyondMinor = byKeyMinor - (now.shareMinor ?? 0)
    return <>{t('source.beyondCap', { byKey: money(byKeyMinor, { whole: true }), beyond: money(beyondMinor, { whole: true }) })}</>
  }
  if (now?.isAtCap) return <>{t('source.capped')}</>
  if (parts.length === 0) return <>{t('source.none')}</>
  return (
    <ul>
      {parts.map(({ lotId, title, amountMinor }) => (
        <li key={lotId}>{t('source.part', { amount: money(amountMinor, { whole: true }), title })}</li>
      ))}
    </ul>
  )
}
