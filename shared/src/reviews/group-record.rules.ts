import { FEWEST_FIRMS } from '../organisations/rating.rules.ts'
import type { MissionState, ShareState } from '../missions/mission.schema.ts'
import type { GroupRecordView } from './group-record.schema.ts'

type Span = { from: Date; to: Date }

/** What the histories and the books hold of a group's missions. */
export type RecordFacts = {
  groupId: string
  missions: { state: MissionState }[]
  /** Of shares with something to pay. `wasDeclined`: a payment of it was refused once. */
  shares: { firmId: string; state: ShareState; isPaid: boolean; wasDeclined: boolean }[]
  decisions: Span[]
  acceptances: Span[]
  agreedChanges: number
}

const dayMs = 24 * 3600 * 1000

export const groupRecordOf = ({ groupId, missions, shares, decisions, acceptances, agreedChanges }: RecordFacts): GroupRecordView => ({
  groupId,
  missions: missions.length,
  completed: missions.filter(({ state }) => state === 'completed').length,
  brokenOff: missions.filter(({ state }) => state === 'cancelled').length,
  paidOnTimePercent: onTimeOf(shares),
  decisionDays: medianDays(decisions),
  acceptanceDays: medianDays(acceptances),
  agreedChanges,
})

const late: readonly ShareState[] = ['dunning', 'failed', 'reallocated']

/** On time is paid without a refusal on the way. Shares that are still at the bank are neither. Of fewer than three firms one could be told. */
const onTimeOf = (shares: RecordFacts['shares']): number | null => {
  const settled = shares.filter(({ state, isPaid }) => isPaid || late.includes(state))
  if (new Set(settled.map(({ firmId }) => firmId)).size < FEWEST_FIRMS) return null
  return Math.round((100 * settled.filter(({ isPaid, wasDeclined }) => isPaid && !wasDeclined).length) / settled.length)
}

/** In whole days; of an even number of spans, the middle of the two in the middle. */
const medianDays = (spans: readonly Span[]): number | null => {
  if (spans.length === 0) return null
  const lengths = spans.map(({ from, to }) => Math.max(0, to.getTime() - from.getTime())).sort((a, b) => a - b)
  const middle = Math.floor(lengths.length / 2)
  const median = lengths.length % 2 === 1 ? lengths[middle]! : (lengths[middle - 1]! + lengths[middle]!) / 2
  return Math.round(median / dayMs)
}
