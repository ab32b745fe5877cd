import { defineProcess } from '../process/process.ts'

/** What is tried for a share that is not paid, in the order that the group agreed to before the lock (domain.md, rule 6). */
export const waterfallSteps = ['retry', 'grace', 'waiting_list', 'cover', 'bridge', 'reduced_scope', 'cancellation'] as const
export type WaterfallStep = (typeof waterfallSteps)[number]

const afterGrace = ['waiting_list', 'cover', 'bridge', 'reduced_scope', 'cancellation'] as const

/**
 * One unpaid share's way down. Covers, the bridge and a smaller scope are not settled by the system yet: in these steps the association acts, and says in
 * a sentence why it goes on to the next. A firm that puts itself on the waiting list later brings the share back to that step.
 */
export const waterfallProcess = defineProcess({
  name: 'waterfall',
  initial: 'retry',
  states: [...waterfallSteps, 'settled'],
  moves: {
    giveGrace: { from: ['retry'], to: 'grace', by: ['system'] },
    endGrace: { from: ['grace'], to: 'waiting_list', by: ['system'] },
    askMembers: { from: ['waiting_list'], to: 'cover', by: ['system', 'association'] },
    askAssociation: { from: ['cover'], to: 'bridge', by: ['association'] },
    reduceScope: { from: ['bridge'], to: 'reduced_scope', by: ['association'] },
    giveUp: { from: ['reduced_scope'], to: 'cancellation', by: ['association'] },
    askTheList: { from: ['cover', 'bridge', 'reduced_scope', 'cancellation'], to: 'waiting_list', by: ['system'] },
    giveTime: { from: afterGrace, to: 'grace', by: ['association'] },
    settle: { from: waterfallSteps, to: 'settled', by: ['firm', 'waiting_firm', 'system'] },
  },
})
