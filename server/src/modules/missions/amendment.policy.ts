import type { AmendmentChange } from '@mutuo/shared/missions/amendment.schema.ts'
import { no, yes, type Decision } from '../../platform/access/decision.ts'
import type { Viewer } from '../../platform/access/viewer.ts'
import type { AmendmentRecord } from './amendment.model.ts'
import type { MilestoneRecord } from './milestone.model.ts'
import type { MissionRecord } from './mission.model.ts'
import { isFirmOf, roleIn } from './mission.policy.ts'

/** The freelancer, the firm that leads the need, or the association, each by its owner. */
export const mayProposeAmendment = (viewer: Viewer, mission: MissionRecord): Decision => {
  const role = roleIn(mission, viewer.organisationId)
  if (!role) return no('NOT_A_PARTY')
  if (role === 'firm' && viewer.organisationId !== mission.leaderId) return no('LEADER_ONLY')
  if (viewer.role !== 'owner') return no('OWNER_ONLY')
  return mission.state === 'active' ? yes : no('MISSION_NOT_ACTIVE')
}

/** Of own lots a firm proposes for itself alone: another's does not exist for it. */
export const mayChange = (
  viewer: Viewer,
  mission: MissionRecord,
  milestones: readonly MilestoneRecord[],
  change: AmendmentChange,
): Decision => {
  if (!isFirmOf(viewer, mission)) return yes
  const isOwnLot = (one: MilestoneRecord) =>
    one.lotKind === 'own' && (change.kind === 'add' ? one.lotId === change.lotId : one._id === change.milestoneId)
  const own = milestones.filter(isOwnLot)
  if (own.length === 0) return yes
  const isMine = (firmId: string | null | undefined) => firmId === viewer.organisationId
  if (change.kind === 'add' || change.kind === 'price') return isMine(change.firmId) ? yes : no('NOT_YOUR_LOT')
  return own.every(({ cells }) => cells.every((cell) => isMine(cell.firmId))) ? yes : no('NOT_YOUR_LOT')
}

/** A firm reads the amendments that touch what it pays for; the other parties and the platform's administrators all of them. */
export const maySeeAmendment = (viewer: Viewer, mission: MissionRecord, { electors, ownFirmIds, proposedBy }: AmendmentRecord): boolean => {
  if (!isFirmOf(viewer, mission)) return true
  const own = viewer.organisationId ?? ''
  return proposedBy === own || ownFirmIds.includes(own) || electors.some(({ firmId }) => firmId === own)
}

/** Whose word is needed, by its owner, once. */
export const mayAnswerAmendment = (viewer: Viewer, mission: MissionRecord, amendment: AmendmentRecord): Decision => {
  if (!isAsked(amendment, mission, viewer.organisationId)) return no('NOT_A_PARTY')
  if (viewer.role !== 'owner') return no('OWNER_ONLY')
  if (mission.state !== 'active') return no('MISSION_NOT_ACTIVE')
  return amendment.answers.some(({ organisationId }) => organisationId === viewer.organisationId) ? no('ALREADY_ACCEPTED') : yes
}

export const mayWithdrawAmendment = (viewer: Viewer, { proposedBy }: AmendmentRecord): Decision => {
  if (viewer.organisationId !== proposedBy) return no('NOT_A_PARTY')
  return viewer.role === 'owner' ? yes : no('OWNER_ONLY')
}

/** The freelancer's word, and that of the firms that pay for what is touched. */
export const isAsked = (
  { electors, ownFirmIds }: AmendmentRecord,
  { freelancerId }: MissionRecord,
  organisationId: string | null,
): boolean =>
  organisationId !== null &&
  (organisationId === freelancerId || ownFirmIds.includes(organisationId) || electors.some(({ firmId }) => firmId === organisationId))
