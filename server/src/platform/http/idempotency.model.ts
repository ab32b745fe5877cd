import { Schema } from 'mongoose'
import { defineModel } from '../mongo/define-model.ts'

/** The first try of a creating request and, once it has succeeded, its answer. `_id` is the hash of who, where and the key. */
export type IdempotencyRecord = {
  _id: string
  bodyHash: string
  /** Rises with each holder: one that lost its lease writes nothing. */
  fence: number
  leaseUntil: Date
  answer?: { status: number; body: string }
  expiresAt: Date
}

const schema = new Schema<IdempotencyRecord>({
  _id: String,
  bodyHash: { type: String, required: true },
  fence: { type: Number, required: true },
  leaseUntil: { type: Date, required: true },
  answer: { type: new Schema({ status: Number, body: String }, { _id: false }) },
  expiresAt: { type: Date, required: true },
})
schema.index({ expiresAt: 1 }, { name: 'forgotten', expireAfterSeconds: 0 })

export const IdempotencyModel = defineModel<IdempotencyRecord>('idempotency_records', schema)
