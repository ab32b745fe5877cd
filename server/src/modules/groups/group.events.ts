import type { GroupRecord } from './group.model.ts'
import type { MembershipRecord } from './membership.model.ts'

type GroupEvent = 'created' | 'changed' | 'frozen' | 'unfrozen'
type MembershipEvent = 'requested' | 'activated' | 'refused' | 'suspended' | 'restored' | 'left' | 'signed'

export const groupEvent = (what: GroupEvent, { _id, associationId }: Pick<GroupRecord, '_id' | 'associationId'>) => ({
  name: `group.${what}`,
  key: _id,
  data: { groupId: _id, associationId },
})

/** `reason` where the firm is told why. */
export const membershipEvent = (
  what: MembershipEvent,
  group: Pick<GroupRecord, '_id' | 'associationId'>,
  membership: MembershipRecord,
) => ({
  name: `membership.${what}`,
  key: group._id,
  data: {
    groupId: group._id,
    associationId: group.associationId,
    membershipId: membership._id,
    firmId: membership.organisationId,
    ...(membership.reason !== null && { reason: membership.reason }),
  },
})
