import { firmSharesOf } from '@mutuo/shared/bids/firm-shares.ts'
import { pricingOfBid } from '@mutuo/shared/bids/pricing.ts'
import type { BidContent } from '@mutuo/shared/bids/bid.schema.ts'
import type { NeedView } from '@mutuo/shared/needs/need.schema.ts'
import { portionMinor } from '@mutuo/shared/money/vat.ts'

/** What the platform and the association keep, in basis points of the HT. */
export type Fees = { platformBp: number; commissionBp: number }
/** With so many firms alike: what each pays, what all pay, what the freelancer receives. HT. */
export type PriceLine = { firms: number; eachMinor: number; totalMinor: number; receivedMinor: number }
type Priced = Pick<BidContent, 'tiers' | 'commonLots' | 'ownLots'>

/** Firms that nobody knows yet pay whatever the price asks: a cap as high as agreements go. */
const openCapMinor = 1_000_000_000
const mostLines = 9

/** One line for each number of firms; none where the bid has no price. */
export const priceLines = (bid: Priced, lots: NeedView['content']['lots'], counts: readonly number[], fees: Fees): PriceLine[] => {
  const pricing = pricingOfBid(bid, lots)
  return counts.flatMap((firms) => {
    const alike = Array.from({ length: firms }, (_, index) => ({ firmId: String(index), capMinor: openCapMinor, units: 1 }))
    const priced = firmSharesOf(pricing, alike)
    if (!priced.isFunded) return []
    const keptMinor = portionMinor(priced.totalMinor, fees.platformBp) + portionMinor(priced.totalMinor, fees.commissionBp)
    const eachMinor = Math.max(...[...priced.shares.values()].map((share) => share.shareMinor))
    return [{ firms, eachMinor, totalMinor: priced.totalMinor, receivedMinor: priced.totalMinor - keptMinor }]
  })
}

/** The numbers of firms worth a line: from the minimum to the target and one more, today's number, and where a tier begins. */
export const countsOf = (need: NeedView, tiers: Priced['tiers']): number[] => {
  const { minFirms, targetFirms } = need.content
  const last = Math.max(targetFirms, need.funding.firms, ...tiers.map((tier) => tier.minFirms)) + 1
  const every = Array.from({ length: last - minFirms + 1 }, (_, index) => minFirms + index)
  if (every.length <= mostLines) return every
  const telling = new Set([minFirms, minFirms + 1, need.funding.firms, targetFirms, last, ...tiers.map((tier) => tier.minFirms)])
  return every.filter((count) => telling.has(count))
}
