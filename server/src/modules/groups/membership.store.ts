import { guardedUpdate } from '../../platform/mongo/guarded-update.ts'
import { readOnce } from '../../platform/mongo/read-once.ts'
import type { Transaction } from '../../platform/mongo/transaction.ts'
import { liveStates, MembershipModel, type MembershipRecord } from './membership.model.ts'

const within = (tx?: Transaction) => ({ session: tx?.session ?? null })
const live = { $in: [...liveStates] }

export const membershipStore = {
  find: (groupId: string, membershipId: string, tx?: Transaction): Promise<MembershipRecord | null> =>
    MembershipModel.findOne({ _id: membershipId, groupId }, null, within(tx)).lean<MembershipRecord>().exec(),

  /** Live or not. */
  ofFirm: (groupId: string, organisationId: string, tx?: Transaction): Promise<MembershipRecord | null> =>
    MembershipModel.findOne({ groupId, organisationId }, null, within(tx)).lean<MembershipRecord>().exec(),

  liveOf: (groupId: string, organisationId: string, tx?: Transaction): Promise<MembershipRecord | null> =>
    readOnce(`membership:${groupId}:${organisationId}`, () =>
      MembershipModel.findOne({ groupId, organisationId, state: live }, null, within(tx)).lean<MembershipRecord>().exec(),
    ),

  liveOfFirm: (organisationId: string, tx?: Transaction): Promise<MembershipRecord[]> =>
    MembershipModel.find({ organisationId, state: live }, null, { ...within(tx), sort: { since: 1 } })
      .lean<MembershipRecord[]>()
      .exec(),

  inStates: (groupIds: string[], states: readonly MembershipRecord['state'][], tx?: Transaction): Promise<MembershipRecord[]> =>
    MembershipModel.find({ groupId: { $in: groupIds }, state: { $in: [...states] } }, null, { ...within(tx), sort: { since: 1, _id: 1 } })
      .lean<MembershipRecord[]>()
      .exec(),

  /** How many active firms each group has. */
  async counts(groupIds: string[]): Promise<Map<string, number>> {
    const counted = await MembershipModel.aggregate<{ _id: string; firms: number }>([
      { $match: { groupId: { $in: groupIds }, state: 'active' } },
      { $group: { _id: '$groupId', firms: { $sum: 1 } } },
    ])
    return new Map(counted.map(({ _id, firms }) => [_id, firms]))
  },

  async insert(membership: MembershipRecord, { session }: Transaction): Promise<void> {
    await MembershipModel.insertMany([membership], { session })
  },

  /** @throws STALE_STATE when somebody else moved it first */
  change: (membership: MembershipRecord, set: Partial<MembershipRecord>, tx: Transaction): Promise<MembershipRecord> => {
    const { _id, groupId, state, version } = membership
    return guardedUpdate(MembershipModel, { _id, groupId, state, version }, { $set: set }, tx)
  },
}
