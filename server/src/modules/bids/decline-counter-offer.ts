import type { declineCounterOffer as endpoint } from '@mutuo/shared/bids/counter-offer.endpoints.ts'
import { counterOfferProcess } from '@mutuo/shared/bids/counter-offer.process.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import type { BidRecord } from './bid.model.ts'
import { counterOfferDeclined } from './counter-offer.events.ts'
import { counterOfferStore } from './counter-offer.store.ts'
import { holdCounterOffer } from './hold-counter-offer.ts'

/** The freelancer holds to its bid as it is. @throws NOT_FOUND, OWNER_ONLY, BIDS_CLOSED, GROUP_FROZEN, STALE_STATE */
export const declineCounterOffer = (call: Call<typeof endpoint>): Promise<BidRecord> =>
  transaction(async (tx) => {
    const { counterOffer, bid } = await holdCounterOffer(call, 'decline', 'freelancer', tx)
    const settled = { state: counterOfferProcess.moves.decline.to, settledAt: call.now }
    tx.emit(counterOfferDeclined(await counterOfferStore.change(counterOffer, settled, tx)))
    return bid
  })
