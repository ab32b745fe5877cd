import { countedBids } from '@mutuo/shared/bids/bid.process.ts'
import { withTerms } from '@mutuo/shared/bids/bid-change.rules.ts'
import type { proposeCounterOffer as endpoint } from '@mutuo/shared/bids/counter-offer.endpoints.ts'
import { counterOfferProcess } from '@mutuo/shared/bids/counter-offer.process.ts'
import { checkMayPropose, proposedChanges } from '@mutuo/shared/bids/counter-offer.rules.ts'
import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import { organisationOf } from '../../platform/access/acting-for.ts'
import { allow } from '../../platform/access/decision.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { transaction, type Transaction } from '../../platform/mongo/transaction.ts'
import { groups } from '../groups/index.ts'
import { needs } from '../needs/index.ts'
import type { BidRecord } from './bid.model.ts'
import { mayNegotiate } from './bid.policy.ts'
import { checkContent } from './check-content.ts'
import { counterOfferProposed } from './counter-offer.events.ts'
import type { CounterOfferRecord } from './counter-offer.model.ts'
import { counterOfferStore } from './counter-offer.store.ts'
import { findBid } from './find-bid.ts'

/**
 * Who leads the need asks a freelancer for other terms in the group's name: "same price, delivery in May?". One is open at a time. The same id twice is the
 * same counter-offer.
 * @throws NOT_FOUND, LEADER_ONLY, OWNER_ONLY, BIDS_SEALED, BIDS_CLOSED, GROUP_FROZEN, STALE_STATE, COUNTER_OFFER_OPEN, TOO_MANY_COUNTER_OFFERS,
 * ALREADY_EXISTS, NOTHING_CHANGES, TIERS_RISE, TIERS_DISORDERED, MILESTONE_TOO_SMALL, DELIVERY_BEFORE_START
 */
export const proposeCounterOffer = ({ viewer, input, now }: Call<typeof endpoint>): Promise<BidRecord> =>
  transaction(async (tx) => {
    const { bid, need } = await findBid(viewer, input.bidId, tx)
    allow(mayNegotiate(viewer, need, now))
    await groups.assertNotFrozen(need.groupId, tx)
    if (await isMade(input, organisationOf(viewer), tx)) return bid
    await needs.hold(need._id, tx)
    if (!countedBids.includes(bid.state)) throw new DomainError('STALE_STATE')
    const earlier = await counterOfferStore.ofBid(bid._id, tx)
    checkMayPropose(earlier)
    const { id, bidId: _, message, ...terms } = input
    const changes = proposedChanges(bid.content, terms)
    await checkContent(withTerms(bid.content, terms), need, tx)
    const counterOffer: CounterOfferRecord = {
      _id: id,
      groupId: bid.groupId,
      needId: bid.needId,
      bidId: bid._id,
      freelancerId: bid.freelancerId,
      turn: earlier.length + 1,
      state: counterOfferProcess.initial,
      version: 1,
      message,
      terms,
      changes,
      proposedBy: organisationOf(viewer),
      proposedAt: now,
      answer: null,
      settledAt: null,
    }
    await counterOfferStore.insert(counterOffer, tx)
    tx.emit(counterOfferProposed(counterOffer))
    return bid
  })

const isMade = async ({ id, bidId }: { id: string; bidId: string }, by: string, tx: Transaction): Promise<boolean> => {
  const made = await counterOfferStore.find(id, tx)
  if (made && (made.bidId !== bidId || made.proposedBy !== by)) throw new DomainError('ALREADY_EXISTS')
  return made !== null
}
