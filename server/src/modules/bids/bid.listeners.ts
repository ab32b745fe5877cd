import { countedBids } from '@mutuo/shared/bids/bid.process.ts'
import { onEvent } from '../../platform/events/on-event.ts'
import { publishChange } from '../../platform/realtime/publish-change.ts'
import { byNeed, provideBidders } from '../needs/index.ts'
import { provideOpenBids } from '../pledges/index.ts'
import type { BidEventData } from './bid.events.ts'
import { bidStore } from './bid.store.ts'
import { declineBids } from './settle-bids.ts'

/** Heard by the group: the bid is out. */
const known = ['bid.submitted', 'bid.edited', 'bid.withdrawn', 'bid.shortlisted', 'bid.chosen', 'bid.declined']

export const listenForBids = () => {
  provideBidders({
    needIdsOf: async (freelancerId, limit) => [...new Set((await bidStore.ofFreelancer(freelancerId, limit)).map((bid) => bid.needId))],
    bidIdOf: async (freelancerId, needId, tx) => {
      const own = await bidStore.ofFreelancerIn(freelancerId, needId, tx)
      return (own.find((bid) => bid.state !== 'withdrawn') ?? own[0])?._id ?? null
    },
  })
  provideOpenBids({
    of: async (needIds, tx) => {
      const open = await bidStore.ofNeeds(needIds, [...countedBids, 'chosen'], tx)
      return new Map([...byNeed(open)].map(([needId, bids]) => [needId, bids.map((bid) => bid.content)]))
    },
  })
  onEvent<{ needId: string }>('need.expired', 'bids.decline', ({ needId }) => declineBids(needId))
  onEvent<{ needId: string }>('need.cancelled', 'bids.decline', ({ needId }) => declineBids(needId))
  for (const name of known) {
    onEvent<BidEventData>(name, 'bids.tell-screens', async ({ bidId, needId, groupId, freelancerId }) => {
      publishChange(`need:${needId}`, { entity: 'bid', id: bidId })
      publishChange(`group:${groupId}`, { entity: 'need', id: needId })
      publishChange(`organisation:${freelancerId}`, { entity: 'bid', id: bidId })
    })
  }
  onEvent<BidEventData>('bid.prepared', 'bids.tell-screens', async ({ bidId, freelancerId }) =>
    publishChange(`organisation:${freelancerId}`, { entity: 'bid', id: bidId }),
  )
}
