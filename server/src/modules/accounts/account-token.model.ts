import { Schema } from 'mongoose'
import { defineModel } from '../../platform/mongo/define-model.ts'

export type TokenPurpose = 'confirm' | 'reset'

/** A right that a letter carries once. `_id` is the hash of the secret: a copy of the database opens nothing. */
export type AccountTokenRecord = {
  _id: string
  purpose: TokenPurpose
  userId: string
  expiresAt: Date
  /** What a repeated sign-up asked for; it holds only for whoever reads the letter. */
  asked: { name: string; passwordHash: string } | null
}

const schema = new Schema<AccountTokenRecord>({
  _id: String,
  purpose: { type: String, required: true },
  userId: { type: String, required: true },
  expiresAt: { type: Date, required: true },
  asked: { type: Object, default: null },
})
schema.index({ expiresAt: 1 }, { name: 'expired', expireAfterSeconds: 0 })
schema.index({ userId: 1, purpose: 1 }, { name: 'of_a_person' })

export const AccountTokenModel = defineModel<AccountTokenRecord>('account_tokens', schema)
