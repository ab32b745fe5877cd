import { useTranslation } from 'react-i18next'
import type { BidView } from '@mutuo/shared/bids/bid.schema.ts'
import { money } from '../../platform/format.ts'
import { myPriceNow } from './sort-bids.ts'

/** Where the reader's price comes from, lot by lot; where its cap holds, what that does. */
export const PriceSource = ({ bid }: { bid: BidView }) => {
  const { t } = useTranslation('bids')
  if (!bid.mine) return null
  if (myPriceNow(bid)?.isAtCap) return <>{t('source.capped')}</>
  if (bid.mine.parts.length === 0) return <>{t('source.none')}</>
  return (
    <ul>
      {bid.mine.parts.map(({ lotId, title, amountMinor }) => (
        <li key={lotId}>{t('source.part', { amount: money(amountMinor, { whole: true }), title })}</li>
      ))}
    </ul>
  )
}
