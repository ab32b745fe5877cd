import type { NeedRecord } from './need.model.ts'

const about = (need: NeedRecord) => ({
  needId: need._id,
  groupId: need.groupId,
  leaderId: need.leaderId,
  associationId: need.associationId,
  title: need.content.title,
})
export type NeedEventData = ReturnType<typeof about>

/** Ids only: a consumer that wants more asks, under its own rights. Events of a need come in order. */
const needEvent = <N extends string, M extends object>(name: N, need: NeedRecord, more: M) => ({
  name,
  key: need._id,
  data: { ...about(need), ...more },
})

export const needSubmitted = (need: NeedRecord) => needEvent('need.submitted', need, {})
export const needPublished = (need: NeedRecord) =>
  needEvent('need.published', need, {
    visibility: need.content.rules.visibility,
    skills: need.content.skills,
    communeCode: need.content.communeCode,
  })
export const needSentBack = (need: NeedRecord, reason: string) => needEvent('need.sent_back', need, { reason })
export const needEdited = (need: NeedRecord) => needEvent('need.edited', need, {})
export const needExtended = (need: NeedRecord) => needEvent('need.extended', need, { closesAt: need.closesAt.toISOString() })
export const needCancelled = (need: NeedRecord, reason: string) => needEvent('need.cancelled', need, { reason })
export const minimumReached = (need: NeedRecord) => needEvent('need.minimum_reached', need, {})
export const biddingOpened = (need: NeedRecord) => needEvent('need.bidding_opened', need, { closesAt: need.closesAt.toISOString() })
export const bidsClosed = (need: NeedRecord) => needEvent('need.bids_closed', need, { closesAt: need.closesAt.toISOString() })
export const votingOpened = (need: NeedRecord) => needEvent('need.voting_opened', need, { closesAt: need.closesAt.toISOString() })
/** Absorbed by another need of the group: the pledges that wished so stand there now. */
export const needMerged = (need: NeedRecord) => needEvent('need.merged', need, {})
export const needExpired = (need: NeedRecord) => needEvent('need.expired', need, {})
export const needAwarded = (need: NeedRecord) => needEvent('need.awarded', need, { missionId: need.missionId })
export const needBrokenOff = (need: NeedRecord) => needEvent('need.broken_off', need, { missionId: need.missionId })
export const needFinished = (need: NeedRecord) => needEvent('need.finished', need, { missionId: need.missionId })

/** A neighbour is told of a need that could be its own too. */
export const firmInvited = (need: NeedRecord, firmId: string, invitedBy: string) =>
  needEvent('need.firm_invited', need, { firmId, invitedBy })
