import { countedBids } from '@mutuo/shared/bids/bid.process.ts'
import { onEvent } from '../../platform/events/on-event.ts'
import { publishChange } from '../../platform/realtime/publish-change.ts'
import { byNeed, provideBidders } from '../needs/index.ts'
import { organisations } from '../organisations/index.ts'
import { provideOpenBids } from '../pledges/index.ts'
import { bidTermsOf } from './bid-terms.ts'
import type { BidEventData } from './bid.events.ts'
import { bidStore } from './bid.store.ts'
import type { CounterOfferEventData } from './counter-offer.events.ts'
import { expireOfNeed } from './expire-counter-offers.ts'
import { declineBids } from './settle-bids.ts'

/** Heard by the group: the bid is out. */
const known = ['bid.submitted', 'bid.amended', 'bid.edited', 'bid.withdrawn', 'bid.shortlisted', 'bid.chosen', 'bid.declined']

const negotiated = ['proposed', 'answered', 'accepted', 'declined', 'withdrawn', 'expired'].map((said) => `counter_offer.${said}`)

export const listenForBids = () => {
  provideBidders({
    needIdsOf: async (freelancerId, limit) => [...new Set((await bidStore.ofFreelancer(freelancerId, limit)).map((bid) => bid.needId))],
    bidIdOf: async (freelancerId, needId, tx) => {
      const own = await bidStore.ofFreelancerIn(freelancerId, needId, tx)
      return (own.find((bid) => bid.state !== 'withdrawn') ?? own[0])?._id ?? null
    },
    chosenOf: async (needId) => {
      const [chosen] = await bidStore.ofNeeds([needId], ['chosen'])
      if (!chosen) return null
      const { startsOn, milestones } = chosen.content
      const steps = milestones.map(({ lotId, title, description, dueOn }) => ({ lotId, title, description, dueOn }))
      return { freelancerId: chosen.freelancerId, startsOn, milestones: steps }
    },
  })
  provideOpenBids({
    of: async (needIds, tx) => {
      const open = await bidStore.ofNeeds(needIds, [...countedBids, 'chosen'], tx)
      const proofs = await organisations.proofsOf([...new Set(open.map((bid) => bid.freelancerId))], tx)
      return new Map([...byNeed(open)].map(([needId, bids]) => [needId, bids.map((bid) => bidTermsOf(bid, proofs))]))
    },
  })
  onEvent<{ needId: string }>('need.expired', 'bids.decline', ({ needId }) => declineBids(needId))
  onEvent<{ needId: string }>('need.cancelled', 'bids.decline', ({ needId }) => declineBids(needId))
  onEvent<{ needId: string }>('need.merged', 'bids.decline', ({ needId }) => declineBids(needId))
  for (const name of ['need.voting_opened', 'need.expired', 'need.cancelled']) {
    onEvent<{ needId: string }>(name, 'bids.expire-counter-offers', ({ needId }, { at }) => expireOfNeed(needId, at))
  }
  for (const name of known) {
    onEvent<BidEventData>(name, 'bids.tell-screens', async ({ bidId, needId, groupId, freelancerId }) => {
      publishChange(`need:${needId}`, { entity: 'bid', id: bidId })
      publishChange(`group:${groupId}`, { entity: 'need', id: needId })
      publishChange(`organisation:${freelancerId}`, { entity: 'bid', id: bidId })
    })
  }
  for (const name of negotiated) {
    onEvent<CounterOfferEventData>(name, 'bids.tell-screens', async ({ bidId, needId, freelancerId }) => {
      publishChange(`need:${needId}`, { entity: 'bid', id: bidId })
      publishChange(`organisation:${freelancerId}`, { entity: 'bid', id: bidId })
    })
  }
  onEvent<BidEventData>('bid.prepared', 'bids.tell-screens', async ({ bidId, freelancerId }) =>
    publishChange(`organisation:${freelancerId}`, { entity: 'bid', id: bidId }),
  )
}
