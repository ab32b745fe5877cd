import { defineProcess, type StateOf } from '../process/process.ts'

/**
 * A reasoned objection to a bid: its author lifts it, the leader adopts it (what it asked for has been changed), or the association rules on it.
 * `upheld` takes the bid out of the vote. Who leaves the vote takes its objections along.
 */
export const objectionProcess = defineProcess({
  name: 'objection',
  initial: 'raised',
  states: ['raised', 'lifted', 'adopted', 'upheld', 'dismissed', 'lapsed'],
  moves: {
    lift: { from: ['raised'], to: 'lifted', by: ['author'] },
    adopt: { from: ['raised'], to: 'adopted', by: ['leader'] },
    uphold: { from: ['raised'], to: 'upheld', by: ['association'] },
    dismiss: { from: ['raised'], to: 'dismissed', by: ['association'] },
    lapse: { from: ['raised'], to: 'lapsed', by: ['system'] },
  },
})

/** It stops its bid no longer. */
export const settledObjection: readonly StateOf<typeof objectionProcess>[] = ['lifted', 'adopted', 'dismissed', 'lapsed']
