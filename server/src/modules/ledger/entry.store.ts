import type { Transaction } from '../../platform/mongo/transaction.ts'
import { ChainHeadModel, type ChainHeadRecord } from './chain-head.model.ts'
import { EntryModel, type EntryRecord } from './entry.model.ts'

export const emptyChain = '0'.repeat(64)

export const entryStore = {
  findByKey: (missionId: string, key: string, { session }: Transaction): Promise<EntryRecord | null> =>
    EntryModel.findOne({ missionId, key }, null, { session }).lean<EntryRecord>().exec(),

  /** The head as this transaction found it, moved by one: a second writer of the same mission conflicts and repeats. */
  async advanceHead(missionId: string, { session }: Transaction): Promise<ChainHeadRecord> {
    const head = await ChainHeadModel.findOneAndUpdate({ _id: missionId }, { $inc: { seq: 1 } }, { session, returnDocument: 'after' })
      .lean<ChainHeadRecord>()
      .exec()
    if (head) return head
    await ChainHeadModel.insertMany([{ _id: missionId, seq: 1, hash: emptyChain }], { session })
    return { _id: missionId, seq: 1, hash: emptyChain }
  },

  async append(entry: EntryRecord, { session }: Transaction): Promise<void> {
    await EntryModel.insertMany([entry], { session })
    await ChainHeadModel.updateOne({ _id: entry.missionId }, { $set: { hash: entry.hash } }, { session })
  },

  openChain: async (missionId: string, { session }: Transaction): Promise<void> => {
    const head = await ChainHeadModel.findById(missionId, null, { session }).lean().exec()
    if (!head) await ChainHeadModel.insertMany([{ _id: missionId, seq: 0, hash: emptyChain }], { session })
  },

  ofMissions: (missionIds: string[]): Promise<EntryRecord[]> =>
    EntryModel.find({ missionId: { $in: missionIds } }, null, { sort: { missionId: 1, seq: 1 } })
      .lean<EntryRecord[]>()
      .exec(),

  ofMission: (missionId: string, beforeSeq: number, limit: number): Promise<EntryRecord[]> =>
    EntryModel.find({ missionId, seq: { $lt: beforeSeq } }, null, { sort: { seq: -1 }, limit })
      .lean<EntryRecord[]>()
      .exec(),

  /** Every entry, a mission after the other; for the check of the books. */
  all: () =>
    EntryModel.find({}, null, { sort: { missionId: 1, seq: 1 } })
      .lean<EntryRecord[]>()
      .cursor({ batchSize: 500 }),
}
