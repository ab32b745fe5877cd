import type { withdrawCounterOffer as endpoint } from '@mutuo/shared/bids/counter-offer.endpoints.ts'
import { counterOfferProcess } from '@mutuo/shared/bids/counter-offer.process.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import type { BidRecord } from './bid.model.ts'
import { counterOfferWithdrawn } from './counter-offer.events.ts'
import { counterOfferStore } from './counter-offer.store.ts'
import { holdCounterOffer } from './hold-counter-offer.ts'

/** Who leads asks no more, or leaves the answer: the bid stays as it is. @throws NOT_FOUND, LEADER_ONLY, OWNER_ONLY, BIDS_CLOSED, GROUP_FROZEN, STALE_STATE */
export const withdrawCounterOffer = (call: Call<typeof endpoint>): Promise<BidRecord> =>
  transaction(async (tx) => {
    const { counterOffer, bid } = await holdCounterOffer(call, 'withdraw', 'leader', tx)
    const settled = { state: counterOfferProcess.moves.withdraw.to, settledAt: call.now }
    tx.emit(counterOfferWithdrawn(await counterOfferStore.change(counterOffer, settled, tx)))
    return bid
  })
