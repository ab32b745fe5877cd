import { guardedUpdate } from '../../platform/mongo/guarded-update.ts'
import type { Transaction } from '../../platform/mongo/transaction.ts'
import { RefundModel, type RefundRecord } from './refund.model.ts'

const within = (tx?: Transaction) => ({ session: tx?.session ?? null })

export const refundStore = {
  async insert(refund: RefundRecord, { session }: Transaction): Promise<void> {
    await RefundModel.insertMany([refund], { session })
  },

  find: (refundId: string, tx?: Transaction): Promise<RefundRecord | null> =>
    RefundModel.findById(refundId, null, within(tx)).lean<RefundRecord>().exec(),

  ofShares: (missionId: string, shareIds: readonly string[], tx?: Transaction): Promise<RefundRecord[]> =>
    RefundModel.find({ missionId, shareId: { $in: [...shareIds] } }, null, within(tx))
      .lean<RefundRecord[]>()
      .exec(),

  dueForLook: (now: Date, limit: number): Promise<RefundRecord[]> =>
    RefundModel.find({ lookAt: { $lte: now } }, null, { sort: { lookAt: 1 }, limit })
      .lean<RefundRecord[]>()
      .exec(),

  async lookLater(refundId: string, lookAt: Date): Promise<void> {
    await RefundModel.updateOne({ _id: refundId, state: 'queued' }, { $set: { lookAt } })
  },

  all: (): Promise<RefundRecord[]> =>
    RefundModel.find({}, null, { sort: { _id: 1 } })
      .lean<RefundRecord[]>()
      .exec(),

  /** @throws STALE_STATE when somebody else moved it first */
  change: (refund: RefundRecord, set: Partial<RefundRecord>, tx: Transaction): Promise<RefundRecord> =>
    guardedUpdate(RefundModel, { _id: refund._id, state: refund.state, version: refund.version }, { $set: set }, tx),
}
