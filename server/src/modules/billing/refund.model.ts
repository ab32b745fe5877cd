import { Schema } from 'mongoose'
import { defineModel } from '../../platform/mongo/define-model.ts'

/** `cancel`: work that was not accepted. `surplus`: a share that was paid twice. `amend`: what an amendment has taken off. `handover`: what another firm took over. `rise`: paid for an amendment that came to nothing. */
export type RefundReason = 'cancel' | 'surplus' | 'amend' | 'handover' | 'rise'

/** Money on its way back to the firm that paid it. One for a reason and a charge, and of amendments one for each (payments.md §9, 7). */
export type RefundRecord = {
  /** `<why>:<shareId>:<chargeId>`, and of an amendment or a hand-over `:<amendmentId>` or `:<shareId>` of the taker */
  _id: string
  missionId: string
  /** In whose books the money stands. */
  shareId: string
  payerId: string
  chargeId: string
  why: RefundReason
  /** `failed`: the bank sent it back; it is retained again, still owed, and a person has to find another way. */
  state: 'queued' | 'sent' | 'failed'
  version: number
  amountMinor: number
  stripeRefundId: string | null
  askedAt: Date
  sentAt: Date | null
  /** When it is sent again, as long as Stripe has not answered. */
  lookAt: Date | null
}

/** Sharded by missionId. */
const schema = new Schema<RefundRecord>({
  _id: String,
  missionId: { type: String, required: true },
  shareId: { type: String, required: true },
  payerId: { type: String, required: true },
  chargeId: { type: String, required: true },
  why: { type: String, required: true },
  state: { type: String, required: true },
  version: { type: Number, required: true },
  amountMinor: { type: Number, required: true },
  stripeRefundId: { type: String, default: null },
  askedAt: { type: Date, required: true },
  sentAt: { type: Date, default: null },
  lookAt: { type: Date, default: null },
})
schema.index({ missionId: 1, shareId: 1 }, { name: 'of_mission' })
schema.index({ lookAt: 1 }, { name: 'look_due' })

export const RefundModel = defineModel<RefundRecord>('refunds', schema)
