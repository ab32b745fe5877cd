import { guardedUpdate } from '../../platform/mongo/guarded-update.ts'
import type { Transaction } from '../../platform/mongo/transaction.ts'
import { MergeModel, type MergeRecord } from './merge.model.ts'

const OPEN: MergeRecord['state'][] = ['proposed', 'agreed']
const sessionOf = (tx?: Transaction) => ({ session: tx?.session ?? null })

export const mergeStore = {
  async insert(merge: MergeRecord, { session }: Transaction): Promise<void> {
    await MergeModel.insertMany([merge], { session })
  },

  find: (mergeId: string, tx?: Transaction): Promise<MergeRecord | null> =>
    MergeModel.findById(mergeId, null, sessionOf(tx)).lean<MergeRecord>().exec(),

  lastOf: (needId: string): Promise<MergeRecord | null> =>
    MergeModel.findOne({ needIds: needId }, null, { sort: { proposedAt: -1, _id: -1 } })
      .lean<MergeRecord>()
      .exec(),

  /** Those that are not over, of any of the needs. */
  openOf: (needIds: readonly string[], tx: Transaction): Promise<MergeRecord[]> =>
    MergeModel.find({ needIds: { $in: [...needIds] }, state: { $in: OPEN } }, null, sessionOf(tx))
      .lean<MergeRecord[]>()
      .exec(),

  /** @throws STALE_STATE when somebody else moved it first */
  change: (merge: MergeRecord, set: Partial<MergeRecord>, tx: Transaction): Promise<MergeRecord> =>
    guardedUpdate(MergeModel, { _id: merge._id, groupId: merge.groupId, state: merge.state, version: merge.version }, { $set: set }, tx),

  due: (now: Date, limit: number): Promise<Pick<MergeRecord, '_id'>[]> =>
    MergeModel.find({ state: { $in: OPEN }, answersBy: { $lte: now } }, { _id: 1 }, { limit, sort: { answersBy: 1 } })
      .lean<Pick<MergeRecord, '_id'>[]>()
      .exec(),
}
