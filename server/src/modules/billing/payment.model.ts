import type { FailureCode } from '@mutuo/shared/billing/decline.rules.ts'
import { Schema } from 'mongoose'
import { defineModel } from '../../platform/mongo/define-model.ts'

export type PaymentState = 'started' | 'processing' | 'requires_action' | 'declined' | 'succeeded' | 'cancelled'

/** One attempt to collect a share. At most one is live for a share; the next attempt begins when the former has ended. */
export type PaymentRecord = {
  /** `<shareId>:<attempt>`: the business key of the charge. */
  _id: string
  shareId: string
  missionId: string
  payerId: string
  attempt: number
  /** `off_session`: the saved card, by us. `hosted`: the firm, on Stripe's page. */
  kind: 'off_session' | 'hosted'
  state: PaymentState
  amountMinor: number
  version: number
  paymentIntentId: string | null
  checkoutSessionId: string | null
  checkoutUrl: string | null
  chargeId: string | null
  failure: { code: FailureCode; at: Date } | null
  startedAt: Date
}

/** Sharded by missionId. */
const schema = new Schema<PaymentRecord>({
  _id: String,
  shareId: { type: String, required: true },
  missionId: { type: String, required: true },
  payerId: { type: String, required: true },
  attempt: { type: Number, required: true },
  kind: { type: String, required: true },
  state: { type: String, required: true },
  amountMinor: { type: Number, required: true },
  version: { type: Number, required: true },
  paymentIntentId: { type: String, default: null },
  checkoutSessionId: { type: String, default: null },
  checkoutUrl: { type: String, default: null },
  chargeId: { type: String, default: null },
  failure: { type: Object, default: null },
  startedAt: { type: Date, required: true },
})
schema.index({ shareId: 1, attempt: -1 }, { unique: true, name: 'attempts_of_share' })
// One live attempt a share (payments.md §9, 7).
schema.index(
  { shareId: 1 },
  { unique: true, partialFilterExpression: { state: { $in: ['started', 'processing', 'requires_action'] } }, name: 'one_live_payment' },
)
schema.index({ missionId: 1 }, { name: 'of_mission' })

export const PaymentModel = defineModel<PaymentRecord>('payments', schema)
