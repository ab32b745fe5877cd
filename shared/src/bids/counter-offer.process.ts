import { defineProcess, type StateOf } from '../process/process.ts'

/**
 * Other terms that the group proposes for a bid. The freelancer takes them, says no, or answers with its own, which the group takes or leaves.
 * One is open at a time; it ends with the bids.
 */
export const counterOfferProcess = defineProcess({
  name: 'counter_offer',
  initial: 'proposed',
  states: ['proposed', 'answered', 'accepted', 'declined', 'withdrawn', 'expired'],
  moves: {
    accept: { from: ['proposed'], to: 'accepted', by: ['freelancer'] },
    answer: { from: ['proposed'], to: 'answered', by: ['freelancer'] },
    decline: { from: ['proposed'], to: 'declined', by: ['freelancer'] },
    agree: { from: ['answered'], to: 'accepted', by: ['leader'] },
    withdraw: { from: ['proposed', 'answered'], to: 'withdrawn', by: ['leader'] },
    expire: { from: ['proposed', 'answered'], to: 'expired', by: ['system'] },
  },
})

/** Somebody's word is still awaited. */
export const openCounterOffers: readonly StateOf<typeof counterOfferProcess>[] = ['proposed', 'answered']
