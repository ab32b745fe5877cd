import { DomainError } from '../errors/domain-error.ts'
import type { CellState, MilestoneState, ShareState } from './mission.schema.ts'

/** One firm's part of one milestone, HT. */
export type Cell = { firmId: string; netMinor: number; state: CellState }
export type DeliveredMilestone = { state: MilestoneState; lotKind: 'common' | 'own'; cells: readonly Cell[]; acceptedBy: readonly string[] }
export type CommonAcceptance = 'all' | 'majority_by_euros'

/** What an acceptance changes: whose parts are released, and whether the milestone as a whole is accepted. */
export type Acceptance = { acceptedBy: string[]; releasedFirmIds: string[]; isMilestoneAccepted: boolean }

/**
 * A firm accepts. Its own lot: its part at once. A common lot: every part that nobody contests, once the charter's rule is met.
 * @throws MILESTONE_NOT_DELIVERED, NOT_YOUR_LOT, ALREADY_ACCEPTED
 */
export const decideAcceptance = (milestone: DeliveredMilestone, rule: CommonAcceptance, firmId: string): Acceptance => {
  const own = milestone.cells.find((cell) => cell.firmId === firmId)
  if (!own) throw new DomainError('NOT_YOUR_LOT')
  if (milestone.acceptedBy.includes(firmId)) throw new DomainError('ALREADY_ACCEPTED')
  if (milestone.state !== 'delivered') throw new DomainError('MILESTONE_NOT_DELIVERED')
  const acceptedBy = [...milestone.acceptedBy, firmId]
  if (milestone.lotKind === 'own') return outcomeOf(milestone.cells, acceptedBy, [firmId])
  const isMet = isRuleMet(milestone.cells, acceptedBy, rule)
  return outcomeOf(milestone.cells, acceptedBy, isMet ? openFirms(milestone.cells) : [])
}

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

/** Shares that their firm can pay now. */
export const isPayable = (state: ShareState): boolean => ['requires_action', 'dunning'].includes(state)
