import { useTranslation } from 'react-i18next'
import type { BidView } from '@mutuo/shared/bids/bid.schema.ts'
import { money } from '../../platform/format.ts'
import { spelled } from '../../platform/spelled.ts'
import classes from './bids.module.css'

type Price = NonNullable<BidView['mine']>['prices'][number]
/** What the stairs of all the bids are drawn to, so that they can be compared. */
export type Scale = { low: number; high: number; cap: number | undefined }

const top = 10
const bottom = 58
const columnWidth = 100
/** A cap far above every price would flatten the stairs: then it is not drawn. */
const farAbove = 1.3

export const scaleOf = (bids: readonly BidView[]): Scale => {
  const prices = bids.flatMap((bid) => bid.mine?.prices.flatMap((price) => price.shareMinor ?? []) ?? [])
  const cap = bids.find((bid) => bid.mine?.capMinor !== undefined)?.mine?.capMinor
  const highest = Math.max(...prices)
  const isCapNear = cap !== undefined && cap <= highest * farAbove
  return { low: Math.min(...prices), high: isCapNear ? Math.max(cap, highest) : highest, cap: isCapNear ? cap : undefined }
}

/** The reader's price at one firm fewer, today and one more: a stair, and its figures under it. */
export const PriceSteps = ({ prices, scale }: { prices: readonly Price[]; scale: Scale }) => {
  const { t } = useTranslation('bids')
  const yOf = (price: number) =>
    scale.high === scale.low ? (top + bottom) / 2 : top + ((scale.high - price) * (bottom - top)) / (scale.high - scale.low)
  return (
    <div className={classes['steps']}>
      <svg viewBox={`0 0 ${columnWidth * prices.length} 76`} preserveAspectRatio="none" aria-hidden="true">
        {scale.cap !== undefined && <path className={classes['cap']} d={`M0 ${yOf(scale.cap)}H${columnWidth * prices.length}`} />}
        <path d={stairOf(prices, yOf)} />
        {prices.map(({ firms, shareMinor, isNow }, index) =>
          isNow && shareMinor !== null ? (
            <path key={firms} className={classes['nowStep']} d={`M${index * columnWidth} ${yOf(shareMinor)}h${columnWidth}`} />
          ) : null,
        )}
      </svg>
      <ul>
        {prices.map(({ firms, shareMinor, isNow }) => (
          <li key={firms} data-now={isNow || undefined}>
            <b>{shareMinor === null ? t('steps.impossible') : money(shareMinor, { whole: true })}</b>
            <small>{t('steps.at', { count: firms, firms: spelled(firms) })}</small>
          </li>
        ))}
      </ul>
    </div>
  )
}

const stairOf = (prices: readonly Price[], yOf: (price: number) => number) =>
  prices
    .map(({ shareMinor }, index) => {
      if (shareMinor === null) return ''
      const isJoined = index > 0 && prices[index - 1]?.shareMinor !== null
      return `${isJoined ? 'V' : `M${index * columnWidth} `}${yOf(shareMinor)}H${(index + 1) * columnWidth}`
    })
    .join('')
