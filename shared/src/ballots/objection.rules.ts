import type { StateOf } from '../process/process.ts'
import { type objectionProcess, settledObjection } from './objection.process.ts'

/** `conflict`: the freelancer works for a direct rival. `consent`: said with a vote by consent. */
export type ObjectionKind = 'conflict' | 'consent'
export type RaisedObjection = { kind: ObjectionKind; firmId: string; bidId: string; state: StateOf<typeof objectionProcess> }

/** Conflicts of interests that nobody has ruled on: they hold the closing. */
export const unruledConflicts = <O extends RaisedObjection>(objections: readonly O[]): O[] =>
  objections.filter(({ kind, state }) => kind === 'conflict' && state === 'raised')

/** The firm's latest objection of a kind to a bid. */
export const latestObjection = <O extends RaisedObjection>(
  objections: readonly O[],
  { kind, firmId, bidId }: Pick<RaisedObjection, 'kind' | 'firmId' | 'bidId'>,
): O | undefined => objections.findLast((one) => one.kind === kind && one.firmId === firmId && one.bidId === bidId)

/** What stops its bid no longer, as the tally reads it. Of several by one firm to one bid the latest decides. */
export const settledConsents = (objections: readonly RaisedObjection[]): { firmId: string; bidId: string }[] =>
  objections
    .filter((one) => one.kind === 'consent' && one === latestObjection(objections, one))
    .filter(({ state }) => settledObjection.includes(state))
    .map(({ firmId, bidId }) => ({ firmId, bidId }))

export type ConsentSaid = { firmId: string; abstains: boolean; choices: readonly { bidId: string; value: number }[] }
export type ConsentChange = { raised: string[]; lifted: string[] }

/**
 * What a vote by consent changes: a bid newly objected to, and objections that the firm takes back by consenting. What the association has ruled
 * on stays ruled; after a change that adopted it, the firm may object again.
 */
export const consentChange = (objections: readonly RaisedObjection[], { firmId, abstains, choices }: ConsentSaid): ConsentChange => {
  const stateOf = (bidId: string) => latestObjection(objections, { kind: 'consent', firmId, bidId })?.state
  const objected = abstains ? [] : choices.filter(({ value }) => value === 0).map(({ bidId }) => bidId)
  const isAgain = (bidId: string) => ['raised', 'upheld', 'dismissed'].includes(stateOf(bidId) ?? '')
  const own = objections.filter((one) => one.kind === 'consent' && one.firmId === firmId && one.state === 'raised')
  return {
    raised: objected.filter((bidId) => !isAgain(bidId)),
    lifted: own.map(({ bidId }) => bidId).filter((bidId) => !objected.includes(bidId)),
  }
}
