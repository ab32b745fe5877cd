import { Schema } from 'mongoose'
import { defineModel } from '../../platform/mongo/define-model.ts'

/** The inbox: what Stripe has told, once each. The object is asked again before anything is believed, so their order does not matter. */
export type StripeEventRecord = { _id: string; type: string; objectId: string; account: string | null; receivedAt: Date }

const schema = new Schema<StripeEventRecord>({
  _id: String,
  type: { type: String, required: true },
  objectId: { type: String, required: true },
  account: { type: String, default: null },
  receivedAt: { type: Date, required: true },
})
// 90 days, as long as Stripe's own messages could matter (payments.md §7).
schema.index({ receivedAt: 1 }, { expireAfterSeconds: 90 * 24 * 3600, name: 'kept_90_days' })

export const StripeEventModel = defineModel<StripeEventRecord>('stripe_events', schema)
