import { defineProcess } from '../process/process.ts'

/** The group's choice between bids. `tied` waits for the association's casting vote. */
export const ballotProcess = defineProcess({
  name: 'ballot',
  initial: 'open',
  states: ['open', 'tied', 'closed', 'void'],
  moves: {
    close: { from: ['open'], to: 'closed', by: ['system', 'association'] },
    tie: { from: ['open'], to: 'tied', by: ['system', 'association'] },
    cast: { from: ['tied'], to: 'closed', by: ['association'] },
    cancel: { from: ['open', 'tied'], to: 'void', by: ['system'] },
  },
})
