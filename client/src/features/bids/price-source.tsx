import { useTranslation } from 'react-i18next'
import type { BidView } from '@mutuo/shared/bids/bid.schema.ts'
import { money } from '../../platform/format.ts'
import { myPriceNow } from './sort-bids.ts'

/** Where the reader's price comes from, lot by lot; what a cap does where it holds. */
export const PriceSource = ({ bid }: { bid: BidView }) => {
  const { t } = useTranslation('bids')
  if (!bid.mine) return null
  const parts = bid.mine.parts.map(({ title, amountMinor }) => t('source.part', { amount: money(amountMinor, { whole: true }), title }))
  return (
    <>
      {parts.length > 0 && <span>{parts.join(', ')}</span>}
      {myPriceNow(bid)?.isAtCap && <span> {t('source.capped')}</span>}
      {parts.length === 0 && t('source.none')}
    </>
  )
}
