import { mayRead, readersOf } from '@mutuo/shared/audiences/audiences.ts'
import type { GroupRecordView } from '@mutuo/shared/reviews/group-record.schema.ts'
import type { getGroupRecord as endpoint } from '@mutuo/shared/reviews/review.endpoints.ts'
import { allow, no, yes } from '../../platform/access/decision.ts'
import type { Viewer } from '../../platform/access/viewer.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { bids } from '../bids/index.ts'
import { billing } from '../billing/index.ts'
import { groups, type GroupRecord } from '../groups/index.ts'
import { missions } from '../missions/index.ts'
import { needs } from '../needs/index.ts'
import { groupRecordFrom, mostMissions } from './group-record-from.ts'

/** How the group was as a client, read from the histories and the payments of its latest missions: nothing of it is kept. @throws NOT_FOUND, FREELANCER_ONLY */
export const presentGroupRecord = async ({ viewer, input }: Call<typeof endpoint>): Promise<GroupRecordView> => {
  const group = await groups.get(input.groupId)
  allow(mayReadRecord(viewer, group))
  return readRecord(group._id)
}

const mayReadRecord = (viewer: Viewer, group: GroupRecord) =>
  mayRead('group.record', readersOf(viewer, { firmIds: [], freelancerId: bidderOf(viewer), associationId: group.associationId }))
    ? yes
    : no('FREELANCER_ONLY')

/** Whoever may bid thinks of working for the group. */
const bidderOf = ({ organisationKind, organisationId }: Viewer) => (organisationKind === 'freelancer' ? organisationId : null)

const readRecord = async (groupId: string): Promise<GroupRecordView> => {
  const own = await missions.ofGroup(groupId, mostMissions)
  const ids = own.map(({ _id }) => _id)
  const [shares, milestones, found, declinedShareIds, changedBidIds, amendedMissionIds] = await Promise.all([
    missions.sharesOf(ids),
    missions.milestonesOf(ids),
    needs.many(own.map(({ needId }) => needId)),
    billing.declinedShareIds(ids),
    bids.agreedChangesOf(own.map(({ bidId }) => bidId)),
    missions.amendedOf(ids),
  ])
  return groupRecordFrom(groupId, { missions: own, shares, milestones, needs: found, declinedShareIds, changedBidIds, amendedMissionIds })
}
