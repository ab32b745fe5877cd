import { defineProcess } from '../process/process.ts'

/**
 * The group's choice between bids. `held` is over for voters and waits for the association's ruling on a conflict of interests; `tied` waits for its
 * casting vote. Where no bid passes the best are voted on once more.
 */
export const ballotProcess = defineProcess({
  name: 'ballot',
  initial: 'open',
  states: ['open', 'held', 'tied', 'closed', 'void'],
  moves: {
    close: { from: ['open', 'held'], to: 'closed', by: ['system', 'association'] },
    hold: { from: ['open'], to: 'held', by: ['system', 'association'] },
    tie: { from: ['open', 'held'], to: 'tied', by: ['system', 'association'] },
    runOff: { from: ['open', 'held'], to: 'open', by: ['system', 'association'] },
    cast: { from: ['tied'], to: 'closed', by: ['association'] },
    cancel: { from: ['open', 'held', 'tied'], to: 'void', by: ['system'] },
  },
})
