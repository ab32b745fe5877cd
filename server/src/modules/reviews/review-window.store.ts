import { guardedUpdate } from '../../platform/mongo/guarded-update.ts'
import type { Transaction } from '../../platform/mongo/transaction.ts'
import { ReviewWindowModel, type ReviewWindowRecord } from './review-window.model.ts'

const ids = async (filter: object, limit: number): Promise<string[]> =>
  (await ReviewWindowModel.find(filter, { _id: 1 }, { limit }).lean<{ _id: string }[]>().exec()).map(({ _id }) => _id)

export const reviewWindowStore = {
  find: (missionId: string, tx?: Transaction): Promise<ReviewWindowRecord | null> =>
    ReviewWindowModel.findById(missionId, null, { session: tx?.session ?? null })
      .lean<ReviewWindowRecord>()
      .exec(),

  many: async (missionIds: string[]): Promise<Map<string, ReviewWindowRecord>> => {
    const found = await ReviewWindowModel.find({ _id: { $in: [...new Set(missionIds)] } })
      .lean<ReviewWindowRecord[]>()
      .exec()
    return new Map(found.map((window) => [window._id, window]))
  },

  /** Open windows in which this party has not written, the first to end first. */
  awaitedOf: (organisationId: string, at: Date): Promise<ReviewWindowRecord[]> =>
    ReviewWindowModel.find(
      { $or: [{ firmIds: organisationId }, { freelancerId: organisationId }], closesAt: { $gt: at }, writtenBy: { $ne: organisationId } },
      null,
      { sort: { closesAt: 1 }, limit: 50 },
    )
      .lean<ReviewWindowRecord[]>()
      .exec(),

  async insert(window: ReviewWindowRecord, { session }: Transaction): Promise<void> {
    await ReviewWindowModel.insertMany([window], { session })
  },

  /** @throws STALE_STATE when somebody else moved it first */
  change: ({ _id, state, version }: ReviewWindowRecord, set: Partial<ReviewWindowRecord>, tx: Transaction): Promise<ReviewWindowRecord> =>
    guardedUpdate(ReviewWindowModel, { _id, state, version }, { $set: set }, tx),

  dueToClose: (now: Date, limit: number): Promise<string[]> => ids({ state: 'open', closesAt: { $lte: now } }, limit),
  dueForReminder: (now: Date, limit: number): Promise<string[]> => ids({ remindAt: { $lte: now } }, limit),
}
