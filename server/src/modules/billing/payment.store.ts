import { guardedUpdate } from '../../platform/mongo/guarded-update.ts'
import type { Transaction } from '../../platform/mongo/transaction.ts'
import { PaymentModel, type PaymentRecord, type PaymentState } from './payment.model.ts'

export const liveStates: PaymentState[] = ['started', 'processing', 'requires_action']

const within = (tx?: Transaction) => ({ session: tx?.session ?? null })

export const paymentStore = {
  async insert(payment: PaymentRecord, { session }: Transaction): Promise<void> {
    await PaymentModel.insertMany([payment], { session })
  },

  find: (paymentId: string, tx?: Transaction): Promise<PaymentRecord | null> =>
    PaymentModel.findById(paymentId, null, within(tx)).lean<PaymentRecord>().exec(),

  latestOfShare: (shareId: string, tx?: Transaction): Promise<PaymentRecord | null> =>
    PaymentModel.findOne({ shareId }, null, { ...within(tx), sort: { attempt: -1 } })
      .lean<PaymentRecord>()
      .exec(),

  succeededOfShares: (shareIds: string[], tx?: Transaction): Promise<PaymentRecord[]> =>
    PaymentModel.find({ shareId: { $in: shareIds }, state: 'succeeded' }, null, { ...within(tx), sort: { shareId: 1, attempt: 1 } })
      .lean<PaymentRecord[]>()
      .exec(),

  all: (): Promise<PaymentRecord[]> =>
    PaymentModel.find({}, null, { sort: { _id: 1 } })
      .lean<PaymentRecord[]>()
      .exec(),

  /** @throws STALE_STATE when somebody else moved it first */
  change: (payment: PaymentRecord, set: Partial<PaymentRecord>, tx: Transaction): Promise<PaymentRecord> =>
    guardedUpdate(PaymentModel, { _id: payment._id, state: payment.state, version: payment.version }, { $set: set }, tx),
}
