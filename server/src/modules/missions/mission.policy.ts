import { mayRead, readersOf, type Thing } from '@mutuo/shared/audiences/audiences.ts'
import type { PartyRole } from '@mutuo/shared/missions/contract.schema.ts'
import { awaitedFirms } from '@mutuo/shared/missions/mission.rules.ts'
import { no, yes } from '../../platform/access/decision.ts'
import type { Viewer } from '../../platform/access/viewer.ts'
import { acceptanceRuleOf } from './acceptance.rules.ts'
import type { MilestoneRecord } from './milestone.model.ts'
import type { MissionRecord } from './mission.model.ts'

/** A mission is known to its firms, its freelancer, the association and the platform's administrators. */
export const maySeeMission = (viewer: Viewer, mission: MissionRecord): boolean => mayRead('mission.existence', readersOf(viewer, mission))

/** By the table of audiences; what the charter says of amounts stands in the mission. `ownId`: whose the thing is; `all`: every firm has taken the step. */
export const mayReadOf = (viewer: Viewer, mission: MissionRecord, thing: Thing, { ownId, all }: { ownId?: string; all?: boolean } = {}) =>
  mayRead(thing, readersOf(viewer, mission, ownId), { charter: mission.rules.amountsOpenToAssociation, all: all ?? false })

export const isFirmOf = (viewer: Viewer, { firmIds }: MissionRecord): boolean =>
  viewer.organisationId !== null && firmIds.includes(viewer.organisationId)

const whileActive = (mission: MissionRecord) => (mission.state === 'active' ? yes : no('MISSION_NOT_ACTIVE'))

/** The freelancer's own word comes first: without it there is no mandate to invoice what it delivers (decision 017). */
export const mayDeliver = (viewer: Viewer, mission: MissionRecord, hasAcceptedContract: boolean) => {
  if (viewer.organisationId !== mission.freelancerId) return no('NOT_THE_FREELANCER')
  if (mission.state === 'active' && !hasAcceptedContract) return no('CONTRACT_NOT_ACCEPTED')
  return whileActive(mission)
}

/** What an organisation is in this mission; null where it is no party. */
export const roleIn = ({ firmIds, freelancerId, associationId }: MissionRecord, organisationId: string | null): PartyRole | null => {
  if (organisationId === null) return null
  if (firmIds.includes(organisationId)) return 'firm'
  if (freelancerId === organisationId) return 'freelancer'
  return associationId === organisationId ? 'association' : null
}

export const mayAcceptContract = (viewer: Viewer, mission: MissionRecord) => {
  if (!roleIn(mission, viewer.organisationId)) return no('NOT_A_PARTY')
  return viewer.role === 'owner' ? yes : no('OWNER_ONLY')
}

/** A firm's owner answers for its own part, of a common lot or of its own. */
export const mayAnswer = (viewer: Viewer, mission: MissionRecord, milestone: MilestoneRecord) => {
  if (!milestone.cells.some((cell) => cell.firmId === viewer.organisationId)) return no('NOT_YOUR_LOT')
  if (viewer.role !== 'owner') return no('OWNER_ONLY')
  return whileActive(mission)
}

/** Where the charter leaves common lots to delegates, the other firms do not accept them. */
export const mayAccept = (viewer: Viewer, mission: MissionRecord, milestone: MilestoneRecord) => {
  const decision = mayAnswer(viewer, mission, milestone)
  if (!decision.allowed) return decision
  return awaitedFirms(milestone, acceptanceRuleOf(mission, milestone)).includes(viewer.organisationId ?? '') ? yes : no('NOT_A_DELEGATE')
}

/** The firm itself lifts its contestation, or the association after mediation. */
export const maySettle = (viewer: Viewer, mission: MissionRecord, firmId: string) => {
  if (viewer.organisationId !== firmId && viewer.organisationId !== mission.associationId) return no('ASSOCIATION_ONLY')
  if (viewer.role !== 'owner') return no('OWNER_ONLY')
  return whileActive(mission)
}

/** The firm that leads the need, or the association, each by its owner. */
export const mayNameDelegates = (viewer: Viewer, mission: MissionRecord) => {
  if (![mission.leaderId, mission.associationId].includes(viewer.organisationId ?? '')) return no('LEADER_ONLY')
  if (viewer.role !== 'owner') return no('OWNER_ONLY')
  if (mission.rules.commonAcceptance !== 'delegates') return no('NO_DELEGATES')
  return mission.state === 'collecting' || mission.state === 'active' ? yes : no('MISSION_NOT_ACTIVE')
}

export const mayCancel = (viewer: Viewer, mission: MissionRecord) => {
  if (viewer.organisationId !== mission.associationId) return no('ASSOCIATION_ONLY')
  if (viewer.role !== 'owner') return no('OWNER_ONLY')
  return yes
}
