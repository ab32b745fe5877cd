import { knownBids } from '@mutuo/shared/bids/bid.process.ts'
import type { BidContent } from '@mutuo/shared/bids/bid.schema.ts'
import type { Offer } from '@mutuo/shared/pledges/coalition.ts'
import { bidOfferOf } from '@mutuo/shared/pledges/need-offer.ts'
import type { Transaction } from '../../platform/mongo/transaction.ts'
import { needs } from '../needs/index.ts'
import { organisations } from '../organisations/index.ts'
import { bidTermsOf } from './bid-terms.ts'
import { bidStore } from './bid.store.ts'
import { counterOfferStore } from './counter-offer.store.ts'
import { settleBids } from './settle-bids.ts'

/** A bid that the group chooses among, or has chosen among. */
export type BidForBallot = {
  bidId: string
  freelancerId: string
  /** From the need's minimum on: what coalitions and awards are made of. */
  offer: Offer
  milestones: BidContent['milestones']
  startsOn: string
  deliversOn: string
}

/** What later modules may ask of bids. */
export const bids = {
  /** In the order of submission; the same after the award. */
  async forBallot(needId: string, tx?: Transaction): Promise<BidForBallot[]> {
    const terms = needs.termsOf(await needs.get(needId, tx))
    const known = await bidStore.ofNeeds([needId], knownBids, tx)
    const proofs = await organisations.proofsOf([...new Set(known.map((bid) => bid.freelancerId))], tx)
    return known.map((bid) => ({
      bidId: bid._id,
      freelancerId: bid.freelancerId,
      offer: bidOfferOf(terms, bidTermsOf(bid, proofs)),
      milestones: bid.content.milestones,
      startsOn: bid.content.startsOn,
      deliversOn: bid.content.deliversOn,
    }))
  },

  /** The freelancer's latest bid in each of the needs where it has one. */
  async idsOfFreelancer(freelancerId: string, needIds: string[]): Promise<Map<string, string>> {
    const own = await bidStore.ofFreelancer(freelancerId, 200)
    const asked = own.filter((bid) => needIds.includes(bid.needId) && bid.state !== 'withdrawn').reverse()
    return new Map(asked.map((bid) => [bid.needId, bid._id]))
  },

  /** The bids whose terms were changed by agreement after they were submitted, each once a change. */
  agreedChangesOf: (bidIds: string[]): Promise<string[]> => counterOfferStore.agreedOf(bidIds),

  /** Why its freelancer took it back, in its own words. */
  reasonOf: async (bidId: string): Promise<string> => (await bidStore.find(bidId))?.withdrawnBecause ?? '',

  /** The award: one is chosen, every other is declined. */
  settle: (needId: string, chosenBidId: string, tx: Transaction): Promise<void> => settleBids(needId, chosenBidId, tx),
}
