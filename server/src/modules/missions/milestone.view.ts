import type { MilestoneView } from '@mutuo/shared/missions/mission.schema.ts'
import { milestoneProcess } from '@mutuo/shared/missions/mission.process.ts'
import { awaitedFirms, ruleInForce } from '@mutuo/shared/missions/mission.rules.ts'
import { canMove } from '@mutuo/shared/process/process.ts'
import type { OrganisationMark } from '@mutuo/shared/organisations/organisation.schema.ts'
import { abilityOf } from '../../platform/access/abilities.ts'
import { no, type Decision } from '../../platform/access/decision.ts'
import type { Viewer } from '../../platform/access/viewer.ts'
import { acceptanceRuleOf } from './acceptance.rules.ts'
import type { CellRecord, MilestoneRecord } from './milestone.model.ts'
import type { MissionRecord } from './mission.model.ts'
import { mayAccept, mayAnswer, mayDeliver, mayReadOf, maySettle } from './mission.policy.ts'

type Mark = (organisationId: string) => OrganisationMark
type Looking = { mission: MissionRecord; viewer: Viewer; mark: Mark; isFrozen: boolean; hasAcceptedContract: boolean }

/** A milestone as this viewer may see it: of an own lot a firm sees its own part and nobody else's. */
export const presentMilestone = (milestone: MilestoneRecord, looking: Looking): MilestoneView => {
  const { mission, viewer, mark } = looking
  const isCommon = milestone.lotKind === 'common'
  const cells = milestone.cells.filter(({ firmId }) => isCommon || mayReadOf(viewer, mission, 'lot.own', { ownId: firmId }))
  const mine = cells.find((cell) => cell.firmId === viewer.organisationId)
  const seesTotal = mayReadOf(viewer, mission, isCommon ? 'total.price' : 'total.ownLots')
  // While parts are held back, what was transferred gives theirs away.
  const seesTransferred = mayReadOf(viewer, mission, 'total.transferred', { all: milestone.state === 'released' })
  const rule = acceptanceRuleOf(mission, milestone)
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
    ...(seesTotal && seesTransferred && { transferredMinor: transferredOf(milestone.cells) }),
    ...(mine && { myAmountMinor: mine.netMinor, myCell: mine.state }),
    contested: cells.filter((cell) => cell.state === 'contested').map((cell) => presentContested(cell, mission, viewer, mark)),
    ...(milestone.delivery && {
      delivery: {
        note: milestone.delivery.note,
        links: milestone.delivery.links,
        deliveredAt: milestone.delivery.deliveredAt.toISOString(),
        tacitAt: milestone.delivery.tacitAt.toISOString(),
      },
    }),
    changesRequested: milestone.changesRequested
      .filter((change) => visibleFirms.has(change.firmId))
      .map((change) => ({ by: mark(change.firmId).name, at: change.at.toISOString(), items: change.items })),
    acceptance: {
      accepted: milestone.acceptedBy.filter((firmId) => visibleFirms.has(firmId)).map(mark),
      waiting: awaitedFirms({ ...milestone, cells }, rule).map(mark),
      rule: milestone.lotKind === 'own' ? 'own_firm' : ruleInForce(milestone.cells, rule),
    },
    ...(milestone.acceptedAt && { acceptedAt: milestone.acceptedAt.toISOString() }),
    ...(milestone.releasedAt && { releasedAt: milestone.releasedAt.toISOString() }),
    abilities: abilitiesOn(milestone, looking, mine),
  }
}

const transferredOf = (cells: CellRecord[]) =>
  cells.filter((cell) => cell.state === 'transferred').reduce((total, cell) => total + cell.netMinor, 0)

/** That a firm contests is known to all; why and how much, by the table. */
const presentContested = (cell: CellRecord, mission: MissionRecord, viewer: Viewer, mark: Mark): MilestoneView['contested'][number] => {
  const mayReadOwn = (thing: 'contest.reason' | 'share.contested') => mayReadOf(viewer, mission, thing, { ownId: cell.firmId })
  return {
    firm: mark(cell.firmId),
    ...(mayReadOwn('contest.reason') && cell.contestedBecause !== null && { reason: cell.contestedBecause }),
    ...(mayReadOwn('share.contested') && { amountMinor: cell.netMinor }),
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
    offered.push(
      abilityOf('accept', unlessFrozen(mayAccept(viewer, mission, milestone))),
      abilityOf('requestChanges', decision),
      abilityOf('contest', decision),
    )
  }
  const contested = milestone.cells.filter((cell) => cell.state === 'contested')
  const settleable = mine?.state === 'contested' || (viewer.organisationId === mission.associationId && contested.length > 0)
  if (settleable) offered.push(abilityOf('settle', unlessFrozen(maySettle(viewer, mission, mine?.firmId ?? contested[0]?.firmId ?? ''))))
  return offered
}
