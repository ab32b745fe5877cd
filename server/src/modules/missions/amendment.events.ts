import type { AmendmentRecord } from './amendment.model.ts'
import { aboutMission } from './mission.events.ts'
import type { MissionRecord } from './mission.model.ts'

/** Ids only: who is asked, and who may read it at all. Events of a mission come in order. */
const amendmentEvent = <M extends object>(name: string, mission: MissionRecord, amendment: AmendmentRecord, more: M) => ({
  name,
  key: mission._id,
  data: {
    ...aboutMission(mission),
    amendmentId: amendment._id,
    proposerId: amendment.proposedBy,
    askedIds: [...new Set([mission.freelancerId, ...amendment.ownFirmIds, ...amendment.electors.map(({ firmId }) => firmId)])],
    answeredIds: amendment.answers.map(({ organisationId }) => organisationId),
    ...more,
  },
})

export const amendmentProposed = (mission: MissionRecord, amendment: AmendmentRecord) =>
  amendmentEvent('amendment.proposed', mission, amendment, {})
export const amendmentAnswered = (mission: MissionRecord, amendment: AmendmentRecord) =>
  amendmentEvent('amendment.answered', mission, amendment, {})
/** All have agreed, and the firms whose share rises are charged. */
export const amendmentCollecting = (mission: MissionRecord, amendment: AmendmentRecord) =>
  amendmentEvent('amendment.collecting', mission, amendment, {})
export const amendmentRefused = (mission: MissionRecord, amendment: AmendmentRecord) =>
  amendmentEvent('amendment.refused', mission, amendment, {})
export const amendmentWithdrawn = (mission: MissionRecord, amendment: AmendmentRecord) =>
  amendmentEvent('amendment.withdrawn', mission, amendment, {})
export const amendmentExpired = (mission: MissionRecord, amendment: AmendmentRecord) =>
  amendmentEvent('amendment.expired', mission, amendment, {})

/** What each share costs less, VAT included: billing gives it back. */
export const amendmentApplied = (mission: MissionRecord, amendment: AmendmentRecord, takenOff: { shareId: string; grossMinor: number }[]) =>
  amendmentEvent('amendment.applied', mission, amendment, { takenOff })

export type AmendmentEventData = ReturnType<typeof amendmentProposed>['data']
