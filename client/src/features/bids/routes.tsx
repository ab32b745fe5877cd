import type { RouteObject } from 'react-router'
import { page } from '../../platform/lazy-page.ts'
import { paths } from '../../platform/paths.ts'

export const routes: RouteObject[] = [
  { path: paths.bids(':needId'), lazy: page(['bids', 'negotiation', 'skills'], async () => (await import('./bids-page.tsx')).BidsPage) },
  { path: paths.bid(':needId', ':bidId'), lazy: page(['bids', 'negotiation'], async () => (await import('./bid-page.tsx')).BidPage) },
  { path: paths.ownBid(':needId'), lazy: page(['bids', 'payouts'], async () => (await import('./own-bid-page.tsx')).OwnBidPage) },
  { path: paths.myBids, lazy: page(['bids'], async () => (await import('./my-bids-page.tsx')).MyBidsPage) },
  { path: paths.payouts, lazy: page(['payouts'], async () => (await import('./payouts-page.tsx')).PayoutsPage) },
]
