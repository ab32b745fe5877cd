import { useSearchParams } from 'react-router'
import type { BidView } from '@mutuo/shared/bids/bid.schema.ts'

export const sorts = ['prix', 'livraison', 'total', 'jour'] as const
export type Sort = (typeof sorts)[number]

const last = Number.MAX_SAFE_INTEGER

/** Smallest first; what has no figure comes last. */
const figures: Record<Sort, (bid: BidView) => number> = {
  prix: (bid) => myPriceNow(bid)?.shareMinor ?? bid.totalMinor ?? last,
  livraison: (bid) => (bid.content ? Date.parse(bid.content.deliversOn) : last),
  total: (bid) => bid.totalMinor ?? last,
  jour: (bid) => bid.freelancer.dayRateMinor ?? last,
}

/** What the reader's firm would pay today. */
export const myPriceNow = (bid: BidView) => bid.mine?.prices.find((price) => price.isNow)

export const sortBids = (bids: readonly BidView[], sort: Sort): BidView[] =>
  [...bids].sort((a, b) => figures[sort](a) - figures[sort](b) || (a.id < b.id ? -1 : 1))

/** The order asked for in the address. */
export const useSort = () => {
  const [search, setSearch] = useSearchParams()
  const sort = sorts.find((each) => each === search.get('tri')) ?? 'prix'
  const change = (next: string) => {
    const changed = new URLSearchParams(search)
    changed.set('tri', next)
    setSearch(changed, { replace: true, preventScrollReset: true })
  }
  return { sort, change }
}

export const useSortedBids = (bids: readonly BidView[]) => sortBids(bids, useSort().sort)
