import type { getBidHistory as endpoint } from '@mutuo/shared/bids/counter-offer.endpoints.ts'
import type { BidHistory } from '@mutuo/shared/bids/bid.schema.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { organisations } from '../organisations/index.ts'
import { bidVersionStore } from './bid-version.store.ts'
import { isAuthor, isSealedFor } from './bid.policy.ts'
import { counterOfferStore } from './counter-offer.store.ts'
import { presentCounterOffer, presentVersion } from './counter-offer.view.ts'
import { findBid } from './find-bid.ts'

/** How a bid came to be what it is, for its author and the group; nothing while it is sealed. @throws NOT_FOUND */
export const readHistory = async ({ viewer, input, now }: Call<typeof endpoint>): Promise<BidHistory> => {
  const { bid, need } = await findBid(viewer, input.bidId)
  if (isSealedFor(viewer, bid, need)) return { bidId: bid._id, versions: [], counterOffers: [] }
  const [versions, counterOffers] = await Promise.all([bidVersionStore.ofBid(bid._id), counterOfferStore.ofBid(bid._id)])
  const marks = await organisations.marksOf([...new Set(counterOffers.map((counterOffer) => counterOffer.proposedBy))])
  return {
    bidId: bid._id,
    versions: versions.map((version) => presentVersion(version, isAuthor(viewer, bid))),
    counterOffers: counterOffers.map((counterOffer) => presentCounterOffer(counterOffer, { bid, need, marks }, viewer, now)),
  }
}
