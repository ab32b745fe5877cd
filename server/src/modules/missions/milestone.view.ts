import type { MilestoneView } from '@mutuo/shared/missions/mission.schema.ts'
import { milestoneProcess } from '@mutuo/shared/missions/mission.process.ts'
import { canMove } from '@mutuo/shared/process/process.ts'
import type { OrganisationMark } from '@mutuo/shared/organisations/organisation.schema.ts'
import { abilityOf } from '../../platform/access/abilities.ts'
import { no, type Decision } from '../../platform/access/decision.ts'
import type { Viewer } from '../../platform/access/viewer.ts'
import type { CellRecord, MilestoneRecord } from './milestone.model.ts'
import type { MissionRecord } from './mission.model.ts'
import { isFirmOf, mayAnswer, mayDeliver, maySettle, readsAmounts } from './mission.policy.ts'

type Mark = (organisationId: string) => OrganisationMark
type Looking = { mission: MissionRecord; viewer: Viewer; mark: Mark; isFrozen: boolean; hasAcceptedContract: boolean }

/** A milestone as this viewer may see it: of an own lot a firm sees its own part and nobody else's. */
export const presentMilestone = (milestone: MilestoneRecord, looking: Looking): MilestoneView => {
  const { mission, viewer, mark } = looking
  const isRival = isFirmOf(viewer, mission)
  const cells =
    milestone.lotKind === 'own' && isRival ? milestone.cells.filter((cell) => cell.firmId === viewer.organisationId) : milestone.cells
  const mine = cells.find((cell) => cell.firmId === viewer.organisationId)
  const seesTotal = milestone.lotKind === 'common' || !isRival
  const visibleFirms = new Set(cells.map((cell) => cell.firmId))
  return {
    id: milestone._id,
    version: milestone.version,
    position: milestone.position,
    title: milestone.title,
    description: milestone.description,
    lot: { id: milestone.lotId, kind: milestone.lotKind, title: milestone.lotTitle },
    state: milestone.state,
    dueOn: milestone.dueOn,
    ...(seesTotal && { amountMinor: milestone.netMinor }),
    ...(seesTotal &&
      (readsParts(mission, viewer) || milestone.state === 'released') && { transferredMinor: transferredOf(milestone.cells) }),
    ...(mine && { myAmountMinor: mine.netMinor, myCell: mine.state }),
    contested: cells.filter((cell) => cell.state === 'contested').map((cell) => presentContested(cell, mission, viewer, mark)),
    ...(milestone.delivery && {
      delivery: {
        ...milestone.delivery,
        deliveredAt: milestone.delivery.deliveredAt.toISOString(),
        tacitAt: milestone.delivery.tacitAt.toISOString(),
      },
    }),
    changesRequested: milestone.changesRequested
      .filter((change) => visibleFirms.has(change.firmId))
      .map((change) => ({ by: mark(change.firmId).name, at: change.at.toISOString(), items: change.items })),
    acceptance: {
      accepted: milestone.acceptedBy.filter((firmId) => visibleFirms.has(firmId)).map(mark),
      waiting: cells
        .filter((cell) => cell.state === 'retained' && !milestone.acceptedBy.includes(cell.firmId))
        .map((cell) => mark(cell.firmId)),
      rule: milestone.lotKind === 'own' ? 'own_firm' : mission.rules.commonAcceptance,
    },
    ...(milestone.acceptedAt && { acceptedAt: milestone.acceptedAt.toISOString() }),
    ...(milestone.releasedAt && { releasedAt: milestone.releasedAt.toISOString() }),
    abilities: abilitiesOn(milestone, looking, mine),
  }
}

/** While parts are held back, what was transferred gives theirs away: for whom the parts themselves are open. */
const readsParts = (mission: MissionRecord, viewer: Viewer) =>
  viewer.organisationId === mission.freelancerId || readsAmounts(viewer, mission)

const transferredOf = (cells: CellRecord[]) =>
  cells.filter((cell) => cell.state === 'transferred').reduce((total, cell) => total + cell.netMinor, 0)

/** That a firm contests is known to all; why and how much, to itself, the freelancer and the mediating association. */
const presentContested = (cell: CellRecord, mission: MissionRecord, viewer: Viewer, mark: Mark): MilestoneView['contested'][number] => {
  const isParty = [cell.firmId, mission.freelancerId, mission.associationId].includes(viewer.organisationId ?? '')
  return {
    firm: mark(cell.firmId),
    ...(isParty && cell.contestedBecause !== null && { reason: cell.contestedBecause }),
    ...(isParty && viewer.organisationId !== mission.associationId && { amountMinor: cell.netMinor }),
  }
}

const abilitiesOn = (
  milestone: MilestoneRecord,
  { mission, viewer, isFrozen, hasAcceptedContract }: Looking,
  mine: CellRecord | undefined,
): MilestoneView['abilities'] => {
  const unlessFrozen = (decision: Decision) => (decision.allowed && isFrozen ? no('GROUP_FROZEN') : decision)
  const offered: MilestoneView['abilities'] = []
  if (viewer.organisationId === mission.freelancerId && canMove(milestoneProcess, milestone.state, 'deliver', 'freelancer')) {
    offered.push(abilityOf('deliver', mayDeliver(viewer, mission, hasAcceptedContract)))
  }
  const awaitsMe = mine?.state === 'retained' && milestone.state === 'delivered' && !milestone.acceptedBy.includes(mine.firmId)
  if (awaitsMe) {
    const decision = unlessFrozen(mayAnswer(viewer, mission, milestone))
    offered.push(abilityOf('accept', decision), abilityOf('requestChanges', decision), abilityOf('contest', decision))
  }
  const contested = milestone.cells.filter((cell) => cell.state === 'contested')
  const settleable = mine?.state === 'contested' || (viewer.organisationId === mission.associationId && contested.length > 0)
  if (settleable) offered.push(abilityOf('settle', unlessFrozen(maySettle(viewer, mission, mine?.firmId ?? contested[0]?.firmId ?? ''))))
  return offered
}
