import type { agreeToAnswer as endpoint } from '@mutuo/shared/bids/counter-offer.endpoints.ts'
import { counterOfferProcess } from '@mutuo/shared/bids/counter-offer.process.ts'
import { proposedChanges } from '@mutuo/shared/bids/counter-offer.rules.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { amendBid } from './amend-bid.ts'
import type { BidRecord } from './bid.model.ts'
import { counterOfferAccepted } from './counter-offer.events.ts'
import { counterOfferStore } from './counter-offer.store.ts'
import { holdCounterOffer } from './hold-counter-offer.ts'

/**
 * Who leads takes the freelancer's terms for the whole group; the firms can still oppose the bid by their vote.
 * @throws NOT_FOUND, LEADER_ONLY, OWNER_ONLY, BIDS_CLOSED, GROUP_FROZEN, STALE_STATE, NOTHING_CHANGES
 */
export const agreeToAnswer = (call: Call<typeof endpoint>): Promise<BidRecord> =>
  transaction(async (tx) => {
    const { counterOffer, bid, need } = await holdCounterOffer(call, 'agree', 'leader', tx)
    const { terms } = counterOffer.answer!
    proposedChanges(bid.content, terms)
    const settled = { state: counterOfferProcess.moves.agree.to, settledAt: call.now }
    const accepted = await counterOfferStore.change(counterOffer, settled, tx)
    const amended = await amendBid(bid, need, terms, call.now, tx)
    tx.emit(counterOfferAccepted(accepted))
    return amended
  })
