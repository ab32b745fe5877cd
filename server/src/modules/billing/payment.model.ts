import type { FailureCode } from '@mutuo/shared/billing/decline.rules.ts'
import { Schema } from 'mongoose'
import { defineModel } from '../../platform/mongo/define-model.ts'

/** `surplus`: paid although the share was paid already; it goes back. */
export type PaymentState = 'started' | 'processing' | 'requires_action' | 'declined' | 'succeeded' | 'surplus' | 'cancelled'

/** One attempt to collect a share, or what an amendment adds to it. At most one is live for each; the next attempt begins when the former has ended. */
export type PaymentRecord = {
  /** `<shareId>:<attempt>`: the business key of the charge. */
  _id: string
  shareId: string
  /** The share that rises, in whose books the money stands: of a payment for an amendment, which has a line of its own. */
  raisedShareId: string | null
  missionId: string
  payerId: string
  attempt: number
  /** `off_session`: the saved card, by us. `hosted`: the firm, on Stripe's page. */
  kind: 'off_session' | 'hosted'
  state: PaymentState
  amountMinor: number
  version: number
  /** As they were when the attempt began, so that a repeat of the call is the same call. */
  customerId: string | null
  paymentMethodId: string | null
  /** Where Stripe's page sends its reader back, and in which language it speaks. */
  returnTo: string | null
  locale: 'fr' | 'en'
  paymentIntentId: string | null
  checkoutSessionId: string | null
  checkoutUrl: string | null
  chargeId: string | null
  failure: { code: FailureCode; at: Date } | null
  /** When its owner was sent to confirm it at the bank. */
  confirmedAt: Date | null
  startedAt: Date
  /** When Stripe is asked of it again, as long as it is live or Stripe's own fee is not known: its message may never come. */
  lookAt: Date | null
}

/** Sharded by missionId. */
const schema = new Schema<PaymentRecord>({
  _id: String,
  shareId: { type: String, required: true },
  raisedShareId: { type: String, default: null },
  missionId: { type: String, required: true },
  payerId: { type: String, required: true },
  attempt: { type: Number, required: true },
  kind: { type: String, required: true },
  state: { type: String, required: true },
  amountMinor: { type: Number, required: true },
  version: { type: Number, required: true },
  customerId: { type: String, default: null },
  paymentMethodId: { type: String, default: null },
  returnTo: { type: String, default: null },
  locale: { type: String, required: true },
  paymentIntentId: { type: String, default: null },
  checkoutSessionId: { type: String, default: null },
  checkoutUrl: { type: String, default: null },
  chargeId: { type: String, default: null },
  failure: { type: Object, default: null },
  confirmedAt: { type: Date, default: null },
  startedAt: { type: Date, required: true },
  lookAt: { type: Date, default: null },
})
// An attempt begins where the former one is read as ended, and takes the next number: two at once want the same one (payments.md §9, 7).
schema.index({ shareId: 1, attempt: -1 }, { unique: true, name: 'attempts_of_share' })
schema.index({ missionId: 1 }, { name: 'of_mission' })
schema.index({ payerId: 1, state: 1 }, { name: 'of_payer' })
schema.index({ lookAt: 1 }, { name: 'look_due' })

export const PaymentModel = defineModel<PaymentRecord>('payments', schema)
