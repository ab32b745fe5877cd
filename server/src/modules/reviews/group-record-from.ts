import { groupRecordOf } from '@mutuo/shared/reviews/group-record.rules.ts'
import type { GroupRecordView } from '@mutuo/shared/reviews/group-record.schema.ts'
import type { MilestoneRecord, MissionRecord, ShareRecord } from '../missions/index.ts'
import type { NeedRecord } from '../needs/index.ts'

/** What a group's record is read from; of other groups too, where a desk has read several at once. */
export type Histories = {
  missions: readonly MissionRecord[]
  shares: readonly ShareRecord[]
  milestones: readonly MilestoneRecord[]
  needs: readonly NeedRecord[]
  declinedShareIds: ReadonlySet<string>
  /** Each once a change that was agreed. */
  changedBidIds: readonly string[]
  /** Each once an amendment that was applied. */
  amendedMissionIds: readonly string[]
}

/** More would say what a group was like years ago. */
export const mostMissions = 50

/** How one group was as a client, from its missions among these, which come latest first. */
export const groupRecordFrom = (groupId: string, all: Histories): GroupRecordView => {
  const missions = all.missions.filter((mission) => mission.groupId === groupId).slice(0, mostMissions)
  const isOwn = ({ missionId }: { missionId: string }) => missions.some(({ _id }) => _id === missionId)
  const bidsEndedAt = new Map(all.needs.map(({ _id, history }) => [_id, history.find(({ event }) => event === 'need.voting_opened')?.at]))
  const bidIds = missions.map(({ bidId }) => bidId)
  return groupRecordOf({
    groupId,
    missions,
    shares: all.shares
      .filter((share) => isOwn(share) && share.grossMinor > 0)
      .map(({ _id, firmId, state, paidAt }) => ({ firmId, state, isPaid: paidAt !== null, wasDeclined: all.declinedShareIds.has(_id) })),
    decisions: missions.flatMap(({ needId, awardedAt }) => spanOf(bidsEndedAt.get(needId), awardedAt)),
    acceptances: all.milestones.filter(isOwn).flatMap(({ delivery, acceptedAt }) => spanOf(delivery?.deliveredAt, acceptedAt)),
    agreedChanges:
      all.changedBidIds.filter((bidId) => bidIds.includes(bidId)).length +
      all.amendedMissionIds.filter((missionId) => isOwn({ missionId })).length,
  })
}

const spanOf = (from: Date | undefined, to: Date | null) => (from && to ? [{ from, to }] : [])
