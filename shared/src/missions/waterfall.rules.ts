import { canMove, type MoveOf } from '../process/process.ts'
import { isPayable } from './mission.rules.ts'
import type { ShareState } from './mission.schema.ts'
import { waterfallProcess, waterfallSteps, type WaterfallStep } from './waterfall.process.ts'

export type WaterfallActor = 'bank' | 'firm' | 'waiting_firm' | 'association'
/** `mayRetry`: the refusal allows another try on the same card. */
export type Unpaid = { state: ShareState; dueBy: Date | null; step: WaterfallStep | null }
export type ShownStep = { step: WaterfallStep; state: 'done' | 'not_applicable' | 'now' | 'later'; at?: Date }

/** Whose turn it is in a step. */
export const actorIn: Readonly<Record<WaterfallStep, WaterfallActor>> = {
  retry: 'bank',
  grace: 'firm',
  waiting_list: 'waiting_firm',
  cover: 'association',
  bridge: 'association',
  reduced_scope: 'association',
  cancellation: 'association',
}

const onward = ['giveGrace', 'endGrace', 'askMembers', 'askAssociation', 'reduceScope', 'giveUp'] as const satisfies readonly MoveOf<
  typeof waterfallProcess
>[]

/** What is tried after a step; null after the last. */
export const nextStep = (step: WaterfallStep): WaterfallStep | null => {
  const move = onward.find((each) => waterfallProcess.moves[each].from.some((from) => from === step))
  const to = move && waterfallProcess.moves[move].to
  return to && to !== 'settled' ? to : null
}

/** Whether the association may send a share on from this step: to the next, saying why. */
export const mayMoveOn = (step: WaterfallStep): boolean => onward.some((move) => canMove(waterfallProcess, step, move, 'association'))

/** Where an unpaid share stands now, whether a job has run or not; null where it is not to be paid (any more). */
export const stepOf = ({ state, dueBy, step }: Unpaid, now: Date): WaterfallStep | null => {
  if (state === 'failed') return step
  if (!isPayable(state)) return null
  if (dueBy === null) return 'retry'
  return dueBy > now ? 'grace' : nextStep('grace')
}

/** The whole order, with the step to which the share has come. A try on the same card stays open beside the days of grace. */
export const shownSteps = (share: Unpaid, { mayRetry }: { mayRetry: boolean }, now: Date): ShownStep[] => {
  const current = stepOf(share, now)
  const at = current === null ? -1 : waterfallSteps.indexOf(current)
  return waterfallSteps.map((step, index): ShownStep => {
    if (step === current) return { step, state: 'now', ...(share.dueBy && step === 'grace' && { at: share.dueBy }) }
    if (step === 'retry') return { step, state: retryState(current, mayRetry) }
    return { step, state: current === null || index > at ? 'later' : 'done', ...(share.dueBy && step === 'grace' && { at: share.dueBy }) }
  })
}

const retryState = (current: WaterfallStep | null, mayRetry: boolean): ShownStep['state'] => {
  if (current === null) return 'done'
  if (!mayRetry) return 'not_applicable'
  return current === 'grace' ? 'later' : 'done'
}
