import { guardedUpdate } from '../../platform/mongo/guarded-update.ts'
import type { Transaction } from '../../platform/mongo/transaction.ts'
import { PaymentModel, type PaymentRecord, type PaymentState } from './payment.model.ts'
import { chargedStates, isOver, liveStates } from './payment.rules.ts'

const within = (tx?: Transaction) => ({ session: tx?.session ?? null })
const inStates = (states: readonly PaymentState[]) => ({ state: { $in: [...states] } })

export const paymentStore = {
  async insert(payment: PaymentRecord, { session }: Transaction): Promise<void> {
    await PaymentModel.insertMany([payment], { session })
  },

  find: (paymentId: string, tx?: Transaction): Promise<PaymentRecord | null> =>
    PaymentModel.findById(paymentId, null, within(tx)).lean<PaymentRecord>().exec(),

  /** Latest first. */
  attemptsOf: (shareId: string, tx?: Transaction): Promise<PaymentRecord[]> =>
    PaymentModel.find({ shareId }, null, { ...within(tx), sort: { attempt: -1 }, limit: 100 })
      .lean<PaymentRecord[]>()
      .exec(),

  latestOfShare: (shareId: string, tx?: Transaction): Promise<PaymentRecord | null> =>
    PaymentModel.findOne({ shareId }, null, { ...within(tx), sort: { attempt: -1 } })
      .lean<PaymentRecord>()
      .exec(),

  /** Those whose money counts for their share. */
  succeededOfShares: (shareIds: string[], tx?: Transaction): Promise<PaymentRecord[]> =>
    PaymentModel.find({ shareId: { $in: shareIds }, state: 'succeeded' }, null, { ...within(tx), sort: { shareId: 1, attempt: 1 } })
      .lean<PaymentRecord[]>()
      .exec(),

  /** That came in for these shares, whether they count or not. */
  chargedOf: (missionId: string): Promise<PaymentRecord[]> =>
    PaymentModel.find({ missionId, ...inStates(chargedStates) })
      .lean<PaymentRecord[]>()
      .exec(),

  async declinedSharesOf(missionIds: string[]): Promise<Set<string>> {
    const found = await PaymentModel.find({ missionId: { $in: missionIds }, state: 'declined' }, { shareId: 1 })
      .lean<Pick<PaymentRecord, 'shareId'>[]>()
      .exec()
    return new Set(found.map(({ shareId }) => shareId))
  },

  hasLiveOf: async (payerId: string, tx?: Transaction): Promise<boolean> =>
    (await PaymentModel.exists({ payerId, ...inStates(liveStates) }).session(tx?.session ?? null)) !== null,

  dueForLook: (now: Date, limit: number): Promise<PaymentRecord[]> =>
    PaymentModel.find({ lookAt: { $lte: now } }, null, { sort: { lookAt: 1 }, limit })
      .lean<PaymentRecord[]>()
      .exec(),

  /** Asks later again, whatever became of it meanwhile. */
  async lookLater(paymentId: string, lookAt: Date): Promise<void> {
    await PaymentModel.updateOne({ _id: paymentId, lookAt: { $ne: null } }, { $set: { lookAt } })
  },

  all: (): Promise<PaymentRecord[]> =>
    PaymentModel.find({}, null, { sort: { _id: 1 } })
      .lean<PaymentRecord[]>()
      .exec(),

  /** What has ended without money is not looked at any more. @throws STALE_STATE when somebody else moved it first */
  change: (payment: PaymentRecord, set: Partial<PaymentRecord>, tx: Transaction): Promise<PaymentRecord> =>
    guardedUpdate(
      PaymentModel,
      { _id: payment._id, state: payment.state, version: payment.version },
      { $set: { ...set, ...(isOver(set.state ?? payment.state) && { lookAt: null }) } },
      tx,
    ),
}
