import type { MilestoneRecord } from './milestone.model.ts'
import type { MissionRecord } from './mission.model.ts'
import type { ShareRecord } from './share.model.ts'

/** Ids only, and amounts only where the consumer books them: a consumer that wants more asks, under its own rights. */
export const aboutMission = (mission: MissionRecord) => ({
  missionId: mission._id,
  needId: mission.needId,
  groupId: mission.groupId,
  associationId: mission.associationId,
  freelancerId: mission.freelancerId,
  firmIds: mission.firmIds,
})
const ofMilestone = (mission: MissionRecord, milestone: MilestoneRecord) => ({
  ...aboutMission(mission),
  milestoneId: milestone._id,
  title: milestone.title,
  concernedFirmIds: milestone.cells.map((cell) => cell.firmId),
})

export const missionAwarded = (mission: MissionRecord, shareIds: string[]) => ({
  name: 'mission.awarded',
  key: mission._id,
  data: { ...aboutMission(mission), shareIds },
})
export const missionStarted = (mission: MissionRecord) => ({ name: 'mission.started', key: mission._id, data: aboutMission(mission) })
export const missionCompleted = (mission: MissionRecord) => ({ name: 'mission.completed', key: mission._id, data: aboutMission(mission) })
export const missionCancelled = (mission: MissionRecord, reason: string) => ({
  name: 'mission.cancelled',
  key: mission._id,
  data: { ...aboutMission(mission), reason },
})

export const delegatesNamed = (mission: MissionRecord) => ({
  name: 'mission.delegates_named',
  key: mission._id,
  data: { ...aboutMission(mission), delegateIds: mission.delegateIds },
})

/** A party has accepted the latest version. */
export const contractAccepted = (mission: MissionRecord, organisationId: string) => ({
  name: 'contract.accepted',
  key: mission._id,
  data: { ...aboutMission(mission), organisationId },
})

export const shareMoved = (mission: MissionRecord, share: ShareRecord) => ({
  name: `share.${share.state}`,
  key: share._id,
  data: { ...aboutMission(mission), shareId: share._id, firmId: share.firmId, state: share.state },
})

/** These firms' word is asked for; where the charter has delegates, theirs alone. */
export const milestoneDelivered = (mission: MissionRecord, milestone: MilestoneRecord, awaitedFirmIds: string[]) => ({
  name: 'milestone.delivered',
  key: milestone._id,
  data: { ...ofMilestone(mission, milestone), awaitedFirmIds, tacitAt: milestone.delivery?.tacitAt.toISOString() ?? '' },
})
/** These firms have not answered, and their silence will count. */
export const acceptanceReminded = (mission: MissionRecord, milestone: MilestoneRecord, silentFirmIds: string[]) => ({
  name: 'milestone.reminded',
  key: milestone._id,
  data: { ...ofMilestone(mission, milestone), silentFirmIds, tacitAt: milestone.delivery?.tacitAt.toISOString() ?? '' },
})
export const changesRequested = (mission: MissionRecord, milestone: MilestoneRecord, firmId: string) => ({
  name: 'milestone.changes_requested',
  key: milestone._id,
  data: { ...ofMilestone(mission, milestone), firmId },
})
export const milestoneContested = (mission: MissionRecord, milestone: MilestoneRecord, firmId: string) => ({
  name: 'milestone.contested',
  key: milestone._id,
  data: { ...ofMilestone(mission, milestone), firmId },
})
/** One firm has said yes; its part may still wait for the others. */
export const acceptanceGiven = (mission: MissionRecord, milestone: MilestoneRecord, firmId: string) => ({
  name: 'milestone.acceptance_given',
  key: milestone._id,
  data: { ...ofMilestone(mission, milestone), firmId },
})
export const milestoneAccepted = (mission: MissionRecord, milestone: MilestoneRecord, isTacit: boolean) => ({
  name: 'milestone.accepted',
  key: milestone._id,
  data: { ...ofMilestone(mission, milestone), isTacit },
})
/** These firms' parts are due to the freelancer: billing books and transfers them. */
export const cellsAccepted = (mission: MissionRecord, milestone: MilestoneRecord, releasedFirmIds: string[]) => ({
  name: 'cells.accepted',
  key: milestone._id,
  data: { ...ofMilestone(mission, milestone), releasedFirmIds },
})
export const milestoneReleased = (mission: MissionRecord, milestone: MilestoneRecord) => ({
  name: 'milestone.released',
  key: milestone._id,
  data: ofMilestone(mission, milestone),
})

export type MissionEventData = ReturnType<typeof aboutMission>
export type MilestoneEventData = ReturnType<typeof ofMilestone>
