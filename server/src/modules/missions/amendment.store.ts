import { guardedUpdate } from '../../platform/mongo/guarded-update.ts'
import type { Transaction } from '../../platform/mongo/transaction.ts'
import { AmendmentModel, type AmendmentRecord } from './amendment.model.ts'

const within = (tx?: Transaction) => ({ session: tx?.session ?? null })
/** More than a mission ever has. */
const MOST = 50

export const amendmentStore = {
  async insert(amendment: AmendmentRecord, { session }: Transaction): Promise<void> {
    await AmendmentModel.insertMany([amendment], { session })
  },

  find: (amendmentId: string, tx?: Transaction): Promise<AmendmentRecord | null> =>
    AmendmentModel.findById(amendmentId, null, within(tx)).lean<AmendmentRecord>().exec(),

  /** The latest first. */
  ofMission: (missionId: string, tx?: Transaction): Promise<AmendmentRecord[]> =>
    AmendmentModel.find({ missionId }, null, { ...within(tx), sort: { turn: -1 }, limit: MOST })
      .lean<AmendmentRecord[]>()
      .exec(),

  latest: (missionId: string, tx?: Transaction): Promise<AmendmentRecord | null> =>
    AmendmentModel.findOne({ missionId }, null, { ...within(tx), sort: { turn: -1 } })
      .lean<AmendmentRecord>()
      .exec(),

  /** The mission of each amendment that was applied. */
  appliedIn: async (missionIds: string[]): Promise<string[]> =>
    (
      await AmendmentModel.find({ missionId: { $in: missionIds }, state: 'applied' }, { missionId: 1 })
        .lean<Pick<AmendmentRecord, 'missionId'>[]>()
        .exec()
    ).map(({ missionId }) => missionId),

  dueForExpiry: (now: Date, limit: number): Promise<Pick<AmendmentRecord, '_id'>[]> =>
    AmendmentModel.find({ state: 'proposed', expiresAt: { $lte: now } }, { _id: 1 }, { limit })
      .lean<Pick<AmendmentRecord, '_id'>[]>()
      .exec(),

  /** @throws STALE_STATE when somebody else moved it first */
  change: (amendment: AmendmentRecord, set: Partial<AmendmentRecord>, tx: Transaction): Promise<AmendmentRecord> =>
    guardedUpdate(AmendmentModel, { _id: amendment._id, state: amendment.state, version: amendment.version }, { $set: set }, tx),
}
