import { guardedUpdate } from '../../platform/mongo/guarded-update.ts'
import { readOnce } from '../../platform/mongo/read-once.ts'
import type { Transaction } from '../../platform/mongo/transaction.ts'
import { CharterModel, type CharterRecord } from './charter.model.ts'
import { GroupModel, type GroupRecord } from './group.model.ts'

const within = (tx?: Transaction) => ({ session: tx?.session ?? null })
const MOST_NEAR = 200

export const groupStore = {
  find: (groupId: string, tx?: Transaction): Promise<GroupRecord | null> =>
    readOnce(`group:${groupId}`, () => GroupModel.findById(groupId, null, within(tx)).lean<GroupRecord>().exec()),

  findByLink: (linkHash: string, tx?: Transaction): Promise<GroupRecord | null> =>
    GroupModel.findOne({ linkHash }, null, within(tx)).lean<GroupRecord>().exec(),

  many: (groupIds: string[], tx?: Transaction): Promise<GroupRecord[]> =>
    GroupModel.find({ _id: { $in: groupIds } }, null, within(tx))
      .lean<GroupRecord[]>()
      .exec(),

  ofAssociation: (associationId: string, tx?: Transaction): Promise<GroupRecord[]> =>
    GroupModel.find({ associationId }, null, { ...within(tx), sort: { createdAt: 1 } })
      .lean<GroupRecord[]>()
      .exec(),

  ofDepartement: (departement: string): Promise<GroupRecord[]> =>
    GroupModel.find({ departement }, null, { sort: { nameFold: 1 }, limit: MOST_NEAR })
      .lean<GroupRecord[]>()
      .exec(),

  async insert(group: GroupRecord, { session }: Transaction): Promise<void> {
    await GroupModel.insertMany([group], { session })
  },

  /** @throws STALE_STATE when somebody else changed it first */
  change: (
    { _id, state, version }: Pick<GroupRecord, '_id' | 'state' | 'version'>,
    set: Partial<GroupRecord>,
    tx: Transaction,
  ): Promise<GroupRecord> => guardedUpdate(GroupModel, { _id, state, version }, { $set: set }, tx),

  async keepCharter(
    { _id, charterVersion, charter, rules }: GroupRecord,
    writtenBy: string,
    writtenAt: Date,
    { session }: Transaction,
  ): Promise<void> {
    const kept: CharterRecord = {
      _id: `${_id}:${charterVersion}`,
      groupId: _id,
      version: charterVersion,
      text: charter,
      rules,
      writtenAt,
      writtenBy,
    }
    await CharterModel.insertMany([kept], { session })
  },
}
