import { defineProcess } from '../process/process.ts'

/**
 * A share, or what is left of it, is proposed to another firm, which says yes or no. `accepted`: it has said yes and its payment is awaited; `taken`: the
 * share is its own. `lapsed`: it said yes and could not pay, so that the share stays where it was.
 */
export const shareOfferProcess = defineProcess({
  name: 'share_offer',
  initial: 'open',
  states: ['open', 'accepted', 'taken', 'declined', 'expired', 'withdrawn', 'lapsed'],
  moves: {
    accept: { from: ['open'], to: 'accepted', by: ['taker'] },
    take: { from: ['open', 'accepted'], to: 'taken', by: ['taker', 'system'] },
    decline: { from: ['open'], to: 'declined', by: ['taker'] },
    expire: { from: ['open'], to: 'expired', by: ['system'] },
    withdraw: { from: ['open'], to: 'withdrawn', by: ['firm', 'system'] },
    lapse: { from: ['accepted'], to: 'lapsed', by: ['system'] },
  },
})

/** A firm's place on the waiting list of a need: one for a firm, in the order of time, free to leave. */
export const waitingPlaceProcess = defineProcess({
  name: 'waiting_place',
  initial: 'waiting',
  states: ['waiting', 'left', 'placed'],
  moves: {
    leave: { from: ['waiting'], to: 'left', by: ['owner', 'system'] },
    comeBack: { from: ['left'], to: 'waiting', by: ['owner'] },
    place: { from: ['waiting'], to: 'placed', by: ['system'] },
  },
})
