import { defineProcess } from '../process/process.ts'

/**
 * A change of a running mission's contract that one side proposes. It applies at the very word that makes it agreed, so that nothing is agreed and not
 * yet true. One is open at a time; a milestone that moves under it, or fourteen days without agreement, end it.
 */
export const amendmentProcess = defineProcess({
  name: 'amendment',
  initial: 'proposed',
  states: ['proposed', 'applied', 'refused', 'withdrawn', 'expired'],
  moves: {
    apply: { from: ['proposed'], to: 'applied', by: ['firm', 'freelancer'] },
    refuse: { from: ['proposed'], to: 'refused', by: ['firm', 'freelancer'] },
    withdraw: { from: ['proposed'], to: 'withdrawn', by: ['proposer'] },
    expire: { from: ['proposed'], to: 'expired', by: ['system'] },
  },
})
