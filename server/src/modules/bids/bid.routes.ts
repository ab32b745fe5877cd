import * as endpoints from '@mutuo/shared/bids/bid.endpoints.ts'
import * as negotiation from '@mutuo/shared/bids/counter-offer.endpoints.ts'
import { serve, type Call } from '../../platform/http/serve-endpoint.ts'
import { needs } from '../needs/index.ts'
import { acceptCounterOffer } from './accept-counter-offer.ts'
import { agreeToAnswer } from './agree-to-answer.ts'
import { answerCounterOffer } from './answer-counter-offer.ts'
import { readHistory } from './bid-history.view.ts'
import type { BidRecord } from './bid.model.ts'
import { compareBids, presentBid } from './bid.view.ts'
import { declineCounterOffer } from './decline-counter-offer.ts'
import { editBid } from './edit-bid.ts'
import { exportBids } from './export-bids.ts'
import { findBid } from './find-bid.ts'
import { listMyBids } from './my-bids.view.ts'
import { prepareBid } from './prepare-bid.ts'
import { proposeCounterOffer } from './propose-counter-offer.ts'
import { shortlistBid } from './shortlist-bid.ts'
import { submitBid } from './submit-bid.ts'
import { withdrawBid } from './withdraw-bid.ts'
import { withdrawCounterOffer } from './withdraw-counter-offer.ts'

const present = async (bid: BidRecord, { viewer, now }: Pick<Call<typeof endpoints.getBid>, 'viewer' | 'now'>) =>
  presentBid({ bid, need: await needs.get(bid.needId) }, viewer, now)

export const bidRoutes = [
  serve(endpoints.prepareBid, { run: prepareBid, present }),
  serve(endpoints.editBid, { run: editBid, present }),
  serve(endpoints.submitBid, { run: submitBid, present }),
  serve(endpoints.withdrawBid, { run: withdrawBid, present }),
  serve(endpoints.shortlistBid, { run: shortlistBid, present }),
  serve(endpoints.compareBids, {
    run: async ({ viewer, input, now }) => compareBids(await needs.getVisible(viewer, input.needId), viewer, now),
  }),
  serve(endpoints.getBid, { run: async ({ viewer, input }) => (await findBid(viewer, input.bidId)).bid, present }),
  serve(endpoints.listMyBids, { run: listMyBids }),
  serve(endpoints.exportBids, { run: exportBids }),
  serve(negotiation.proposeCounterOffer, { run: proposeCounterOffer, present }),
  serve(negotiation.acceptCounterOffer, { run: acceptCounterOffer, present }),
  serve(negotiation.answerCounterOffer, { run: answerCounterOffer, present }),
  serve(negotiation.declineCounterOffer, { run: declineCounterOffer, present }),
  serve(negotiation.agreeToAnswer, { run: agreeToAnswer, present }),
  serve(negotiation.withdrawCounterOffer, { run: withdrawCounterOffer, present }),
  serve(negotiation.getBidHistory, { run: readHistory }),
]
