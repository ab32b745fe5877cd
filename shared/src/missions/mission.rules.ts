import { DomainError } from '../errors/domain-error.ts'
import type { CellState, MilestoneState, ShareState } from './mission.schema.ts'

/** One firm's part of one milestone, HT. */
export type Cell = { firmId: string; netMinor: number; state: CellState }
export type DeliveredMilestone = { state: MilestoneState; lotKind: 'common' | 'own'; cells: readonly Cell[]; acceptedBy: readonly string[] }
export type CommonAcceptance = 'all' | 'majority_by_euros'

/** What a contestation changes beside its firm's own part. */
export type Contestation = { isWhollyContested: boolean; releasedFirmIds: string[] }
export type Cancellation = { state: MilestoneState; refundedFirmIds: string[] }

/** What an acceptance changes: whose parts are released, and whether the milestone as a whole is accepted. */
export type Acceptance = { acceptedBy: string[]; releasedFirmIds: string[]; isMilestoneAccepted: boolean }

/**
 * A firm accepts. Its own lot: its part at once. A common lot: every part that nobody contests, once the charter's rule is met.
 * A firm that contests lifts its contestation instead. @throws MILESTONE_NOT_DELIVERED, NOT_YOUR_LOT, ALREADY_ACCEPTED, STALE_STATE
 */
export const decideAcceptance = (milestone: DeliveredMilestone, rule: CommonAcceptance, firmId: string): Acceptance => {
  const own = milestone.cells.find((cell) => cell.firmId === firmId)
  if (!own) throw new DomainError('NOT_YOUR_LOT')
  if (milestone.acceptedBy.includes(firmId)) throw new DomainError('ALREADY_ACCEPTED')
  if (milestone.state !== 'delivered') throw new DomainError('MILESTONE_NOT_DELIVERED')
  if (own.state !== 'retained') throw new DomainError('STALE_STATE')
  const acceptedBy = [...milestone.acceptedBy, firmId]
  if (milestone.lotKind === 'own') return outcomeOf(milestone.cells, acceptedBy, [firmId])
  const isMet = isRuleMet(milestone.cells, acceptedBy, rule)
  return outcomeOf(milestone.cells, acceptedBy, isMet ? openFirms(milestone.cells) : [])
}

/**
 * A firm contests: its own part is held back. Where the rule is already met among the others, their parts are released at once; where nobody else
 * is awaited, the milestone as a whole is contested. @throws MILESTONE_NOT_DELIVERED, NOT_YOUR_LOT, ALREADY_ACCEPTED, STALE_STATE
 */
export const decideContestation = (milestone: DeliveredMilestone, rule: CommonAcceptance, firmId: string): Contestation => {
  const own = milestone.cells.find((cell) => cell.firmId === firmId)
  if (!own) throw new DomainError('NOT_YOUR_LOT')
  if (milestone.acceptedBy.includes(firmId)) throw new DomainError('ALREADY_ACCEPTED')
  if (milestone.state !== 'delivered') throw new DomainError('MILESTONE_NOT_DELIVERED')
  if (own.state !== 'retained') throw new DomainError('STALE_STATE')
  const cells = milestone.cells.map((cell) => (cell === own ? { ...cell, state: 'contested' as const } : cell))
  const awaited = openFirms(cells)
  if (awaited.length === 0) return { isWhollyContested: true, releasedFirmIds: [] }
  const othersAgree = milestone.lotKind === 'common' && isRuleMet(cells, milestone.acceptedBy, rule)
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

/** Euros weigh the parts of this milestone; a firm that contests does not count among those whose word is awaited. */
export const isRuleMet = (cells: readonly Cell[], acceptedBy: readonly string[], rule: CommonAcceptance): boolean => {
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

/** Shares that their firm can pay now. */
export const isPayable = (state: ShareState): boolean => ['requires_action', 'dunning'].includes(state)

const dayMs = 24 * 3600 * 1000
const remindedBeforeDays = [7, 2]

/** When those who have not answered are reminded next: seven and two days before their silence counts as acceptance. Null once that is done. */
export const nextReminderAt = (tacitAt: Date, after: Date): Date | null =>
  remindedBeforeDays.map((days) => new Date(tacitAt.getTime() - days * dayMs)).find((at) => at > after) ?? null
