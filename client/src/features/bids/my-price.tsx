import { useTranslation } from 'react-i18next'
import type { BidView } from '@mutuo/shared/bids/bid.schema.ts'
import { money } from '../../platform/format.ts'
import { Figure } from '../../ui/figure.tsx'
import classes from './bids.module.css'
import { myPriceNow } from './sort-bids.ts'

/** The reader's price today, in large; its cap where it holds. `after` follows it on the phone. */
export const MyPrice = ({ bid, after }: { bid: BidView; after?: string }) => {
  const { t } = useTranslation('bids')
  const now = myPriceNow(bid)
  if (!now || now.shareMinor === null) return <b>{t('price.impossible')}</b>
  return (
    <div className={classes['price']}>
      <Figure after={after}>{money(now.shareMinor, { whole: true })}</Figure>
      {now.isAtCap && <span className={classes['capChip']}>{t(after === undefined ? 'price.cap' : 'price.capProtects')}</span>}
    </div>
  )
}
