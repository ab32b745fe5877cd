import { defineProcess } from '../process/process.ts'
import type { AmendmentState } from './amendment.schema.ts'

/**
 * A change of a running mission's contract that one side proposes. The word that makes it agreed applies it where nobody pays more; else the firms whose
 * share rises are charged first, and it applies with the last payment. One is open at a time; a milestone that moves under it, fourteen days without
 * agreement, or an extra that is not paid in time end it.
 */
export const amendmentProcess = defineProcess({
  name: 'amendment',
  initial: 'proposed',
  states: ['proposed', 'collecting', 'applied', 'refused', 'withdrawn', 'expired'],
  moves: {
    apply: { from: ['proposed'], to: 'applied', by: ['firm', 'freelancer'] },
    collect: { from: ['proposed'], to: 'collecting', by: ['firm', 'freelancer'] },
    complete: { from: ['collecting'], to: 'applied', by: ['system'] },
    refuse: { from: ['proposed'], to: 'refused', by: ['firm', 'freelancer'] },
    withdraw: { from: ['proposed'], to: 'withdrawn', by: ['proposer'] },
    expire: { from: ['proposed', 'collecting'], to: 'expired', by: ['system'] },
  },
})

/** One is open a mission. */
export const isOpenAmendment = (state: AmendmentState): boolean => state === 'proposed' || state === 'collecting'
