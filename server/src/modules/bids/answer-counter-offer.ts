import { changesBetween, withTerms } from '@mutuo/shared/bids/bid-change.rules.ts'
import type { answerCounterOffer as endpoint } from '@mutuo/shared/bids/counter-offer.endpoints.ts'
import { counterOfferProcess } from '@mutuo/shared/bids/counter-offer.process.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import type { BidRecord } from './bid.model.ts'
import { checkContent } from './check-content.ts'
import { counterOfferAnswered } from './counter-offer.events.ts'
import { counterOfferStore } from './counter-offer.store.ts'
import { holdCounterOffer } from './hold-counter-offer.ts'

/**
 * The freelancer says neither yes nor no: it says under which terms it would, or asks back. It is bound by those terms as soon as the group takes them.
 * @throws NOT_FOUND, OWNER_ONLY, BIDS_CLOSED, GROUP_FROZEN, STALE_STATE, TIERS_RISE, TIERS_DISORDERED, MILESTONE_TOO_SMALL, DELIVERY_BEFORE_START
 */
export const answerCounterOffer = (call: Call<typeof endpoint>): Promise<BidRecord> =>
  transaction(async (tx) => {
    const { counterOffer, bid, need } = await holdCounterOffer(call, 'answer', 'freelancer', tx)
    const { counterOfferId: _, version: __, message, ...terms } = call.input
    const wished = withTerms(bid.content, terms)
    await checkContent(wished, need, tx)
    const answer = { message, terms, changes: changesBetween(bid.content, wished), at: call.now }
    const answered = await counterOfferStore.change(counterOffer, { state: counterOfferProcess.moves.answer.to, answer }, tx)
    tx.emit(counterOfferAnswered(answered))
    return bid
  })
