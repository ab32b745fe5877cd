import { defineProcess, type StateOf } from '../process/process.ts'

/** A freelancer's price, defined for every number of firms. */
export const bidProcess = defineProcess({
  name: 'bid',
  initial: 'draft',
  states: ['draft', 'submitted', 'shortlisted', 'chosen', 'declined', 'withdrawn'],
  moves: {
    edit: { from: ['draft', 'submitted'], to: 'draft', by: ['freelancer'] },
    submit: { from: ['draft'], to: 'submitted', by: ['freelancer'] },
    withdraw: { from: ['draft', 'submitted', 'shortlisted'], to: 'withdrawn', by: ['freelancer'] },
    shortlist: { from: ['submitted'], to: 'shortlisted', by: ['leader'] },
    unshortlist: { from: ['shortlisted'], to: 'submitted', by: ['leader'] },
    choose: { from: ['submitted', 'shortlisted'], to: 'chosen', by: ['system'] },
    decline: { from: ['submitted', 'shortlisted'], to: 'declined', by: ['system'] },
  },
})

/** Out of the freelancer's hands, and counted by the need. */
export const countedBids: readonly StateOf<typeof bidProcess>[] = ['submitted', 'shortlisted']

/** What the group knows of. */
export const knownBids: readonly StateOf<typeof bidProcess>[] = ['submitted', 'shortlisted', 'chosen', 'declined']
