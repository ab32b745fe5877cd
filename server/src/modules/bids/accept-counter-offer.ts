import type { acceptCounterOffer as endpoint } from '@mutuo/shared/bids/counter-offer.endpoints.ts'
import { counterOfferProcess } from '@mutuo/shared/bids/counter-offer.process.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { amendBid } from './amend-bid.ts'
import type { BidRecord } from './bid.model.ts'
import { counterOfferAccepted } from './counter-offer.events.ts'
import { counterOfferStore } from './counter-offer.store.ts'
import { holdCounterOffer } from './hold-counter-offer.ts'

/** The freelancer takes the group's terms: its bid has them from now on. @throws NOT_FOUND, OWNER_ONLY, BIDS_CLOSED, GROUP_FROZEN, STALE_STATE */
export const acceptCounterOffer = (call: Call<typeof endpoint>): Promise<BidRecord> =>
  transaction(async (tx) => {
    const { counterOffer, bid, need } = await holdCounterOffer(call, 'accept', 'freelancer', tx)
    const settled = { state: counterOfferProcess.moves.accept.to, settledAt: call.now }
    const accepted = await counterOfferStore.change(counterOffer, settled, tx)
    const amended = await amendBid(bid, need, counterOffer.terms, call.now, tx)
    tx.emit(counterOfferAccepted(accepted))
    return amended
  })
