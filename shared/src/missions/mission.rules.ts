import { DomainError } from '../errors/domain-error.ts'
import type { GroupRules } from '../groups/group.schema.ts'
import type { CellState, MilestoneState, ShareState } from './mission.schema.ts'

/** One firm's part of one milestone, HT. */
export type Cell = {
  firmId: string
  netMinor: number
  state: CellState
  /** Kept when the contestation is lifted. */
  contestedBecause?: string | null
}
export type DeliveredMilestone = { state: MilestoneState; lotKind: 'common' | 'own'; cells: readonly Cell[]; acceptedBy: readonly string[] }
export type CommonAcceptance = GroupRules['commonAcceptance']
/** The rules that ask every firm. */
export type GroupWord = Exclude<CommonAcceptance, 'delegates'>
/** How a common lot is accepted, and by whom where the charter leaves it to delegates. */
export type AcceptanceRule = { rule: CommonAcceptance; delegateIds: readonly string[] }

/** What a contestation changes beside its firm's own part. */
export type Contestation = { isWhollyContested: boolean; releasedFirmIds: string[] }
export type Cancellation = { state: MilestoneState; refundedFirmIds: string[] }

/** What an acceptance changes: whose parts are released, and whether the milestone as a whole is accepted. */
export type Acceptance = { acceptedBy: string[]; releasedFirmIds: string[]; isMilestoneAccepted: boolean }

/**
 * A firm accepts. Its own lot: its part at once. A common lot: every part that nobody contests, once the charter's rule is met.
 * A firm that contests lifts its contestation instead. @throws MILESTONE_NOT_DELIVERED, NOT_YOUR_LOT, ALREADY_ACCEPTED, STALE_STATE, NOT_A_DELEGATE
 */
export const decideAcceptance = (milestone: DeliveredMilestone, rule: AcceptanceRule, firmId: string): Acceptance => {
  const own = milestone.cells.find((cell) => cell.firmId === firmId)
  if (!own) throw new DomainError('NOT_YOUR_LOT')
  if (milestone.acceptedBy.includes(firmId)) throw new DomainError('ALREADY_ACCEPTED')
  if (milestone.state !== 'delivered') throw new DomainError('MILESTONE_NOT_DELIVERED')
  if (own.state !== 'retained') throw new DomainError('STALE_STATE')
  if (!awaitedFirms(milestone, rule).includes(firmId)) throw new DomainError('NOT_A_DELEGATE')
  const acceptedBy = [...milestone.acceptedBy, firmId]
  if (milestone.lotKind === 'own') return outcomeOf(milestone.cells, acceptedBy, [firmId])
  const isMet = isCommonAccepted(milestone.cells, acceptedBy, rule)
  return outcomeOf(milestone.cells, acceptedBy, isMet ? openFirms(milestone.cells) : [])
}

/**
 * A firm contests: its own part is held back. Where the rule is already met among the others, their parts are released at once; where nobody else
 * is awaited, the milestone as a whole is contested. @throws MILESTONE_NOT_DELIVERED, NOT_YOUR_LOT, ALREADY_ACCEPTED, STALE_STATE
 */
export const decideContestation = (milestone: DeliveredMilestone, rule: AcceptanceRule, firmId: string): Contestation => {
  const own = milestone.cells.find((cell) => cell.firmId === firmId)
  if (!own) throw new DomainError('NOT_YOUR_LOT')
  if (milestone.acceptedBy.includes(firmId)) throw new DomainError('ALREADY_ACCEPTED')
  if (milestone.state !== 'delivered') throw new DomainError('MILESTONE_NOT_DELIVERED')
  if (own.state !== 'retained') throw new DomainError('STALE_STATE')
  const cells = milestone.cells.map((cell) => (cell === own ? { ...cell, state: 'contested' as const } : cell))
  const awaited = openFirms(cells)
  if (awaited.length === 0) return { isWhollyContested: true, releasedFirmIds: [] }
  const othersAgree = milestone.lotKind === 'common' && isCommonAccepted(cells, milestone.acceptedBy, rule)
  return { isWhollyContested: false, releasedFirmIds: othersAgree ? awaited : [] }
}

/** What the end of a mission does to a milestone: every part that was not accepted goes back to its firm. Null where nothing changes. */
export const decideCancellation = (milestone: Pick<DeliveredMilestone, 'state' | 'cells'>): Cancellation | null => {
  const givenBack = milestone.cells.filter((cell) => cell.state === 'retained' || cell.state === 'contested').map((cell) => cell.firmId)
  if (isStillOpen(milestone.state)) return { state: 'cancelled', refundedFirmIds: givenBack }
  if (givenBack.length === 0) return null
  const isAllSent = milestone.cells.every((cell) => cell.state === 'transferred' || givenBack.includes(cell.firmId))
  return { state: isAllSent ? 'released' : milestone.state, refundedFirmIds: givenBack }
}

const isStillOpen = (state: MilestoneState) => ['planned', 'delivered', 'changes_requested', 'contested'].includes(state)

/** Silence counts as acceptance after the charter's delay: every part that nobody contests. */
export const decideTacitAcceptance = (milestone: DeliveredMilestone): Acceptance =>
  outcomeOf(milestone.cells, [...milestone.acceptedBy], openFirms(milestone.cells))

/** Delegates with a part in the milestone who have not contested it: one that does speaks for its own part alone, even once that is settled. */
const decidingDelegates = (cells: readonly Cell[], delegateIds: readonly string[]) =>
  cells
    .filter((cell) => cell.state !== 'contested' && !cell.contestedBecause && delegateIds.includes(cell.firmId))
    .map(({ firmId }) => firmId)

/** Where no delegate is left to decide, the firms do, by the euros. */
export const ruleInForce = (cells: readonly Cell[], { rule, delegateIds }: AcceptanceRule): CommonAcceptance =>
  rule === 'delegates' && decidingDelegates(cells, delegateIds).length === 0 ? 'majority_by_euros' : rule

const isCommonAccepted = (cells: readonly Cell[], acceptedBy: readonly string[], by: AcceptanceRule): boolean => {
  const rule = ruleInForce(cells, by)
  if (rule !== 'delegates') return isRuleMet(cells, acceptedBy, rule)
  return decidingDelegates(cells, by.delegateIds).every((firmId) => acceptedBy.includes(firmId))
}

/** The firms whose word on a delivery is still needed. */
export const awaitedFirms = ({ lotKind, cells, acceptedBy }: Omit<DeliveredMilestone, 'state'>, by: AcceptanceRule): string[] => {
  const silent = openFirms(cells).filter((firmId) => !acceptedBy.includes(firmId))
  if (lotKind === 'own' || ruleInForce(cells, by) !== 'delegates') return silent
  const deciding = decidingDelegates(cells, by.delegateIds)
  return silent.filter((firmId) => deciding.includes(firmId))
}

/** Euros weigh the parts of this milestone; a firm that contests does not count among those whose word is awaited. */
export const isRuleMet = (cells: readonly Cell[], acceptedBy: readonly string[], rule: GroupWord): boolean => {
  const heard = cells.filter((cell) => cell.state !== 'contested')
  if (rule === 'all') return heard.every((cell) => acceptedBy.includes(cell.firmId))
  const total = sum(heard)
  const accepted = sum(heard.filter((cell) => acceptedBy.includes(cell.firmId)))
  return accepted > total - accepted
}

const outcomeOf = (cells: readonly Cell[], acceptedBy: string[], releasedFirmIds: string[]): Acceptance => ({
  acceptedBy,
  releasedFirmIds,
  isMilestoneAccepted: openFirms(cells).every((firmId) => releasedFirmIds.includes(firmId)),
})

const openFirms = (cells: readonly Cell[]) => cells.filter((cell) => cell.state === 'retained').map((cell) => cell.firmId)
const sum = (cells: readonly Cell[]) => cells.reduce((total, cell) => total + cell.netMinor, 0)

/** Shares whose money has come in, whatever became of a part of it since. */
export const isPaid = (state: ShareState): boolean => ['paid', 'part_refunded', 'disputed', 'dispute_won'].includes(state)

/** Shares of a party of the mission: not those that went whole to another firm. */
export const isInForce = ({ state }: { state: ShareState }): boolean => state !== 'reallocated'

/** What a firm owes in the mission: not a line that waits for its payment to come in, nor what is charged for an amendment. */
export const isOwed = ({ comesInFor, raises }: { comesInFor: object | null; raises: object | null }): boolean => !comesInFor && !raises

/** Shares that their firm can pay now. */
export const isPayable = (state: ShareState): boolean => ['requires_action', 'dunning'].includes(state)

const dayMs = 24 * 3600 * 1000

/**
 * When those who have not answered are reminded: at half time, two days and one day before their silence counts. Of two that come within a day of each
 * other, the later is kept.
 */
export const reminderTimes = ({ deliveredAt, tacitAt }: { deliveredAt: Date; tacitAt: Date }): Date[] => {
  const [from, until] = [deliveredAt.getTime(), tacitAt.getTime()]
  const wanted = [until - dayMs, until - 2 * dayMs, until - halfOf(until - from)].filter((at) => at > from).sort((a, b) => b - a)
  const kept: number[] = []
  for (const at of wanted) if (kept.length === 0 || kept.at(-1)! - at >= dayMs) kept.push(at)
  return kept.reverse().map((at) => new Date(at))
}

const halfOf = (ms: number) => Math.floor(ms / 2)

/** Null once all are sent. A job that comes late passes over those that it has missed. */
export const nextReminderAt = (delivery: { deliveredAt: Date; tacitAt: Date }, after: Date): Date | null =>
  reminderTimes(delivery).find((at) => at > after) ?? null
