import { Schema } from 'mongoose'
import { defineModel } from '../../platform/mongo/define-model.ts'

/** What a firm has said last; earlier votes leave their instant only, never their content. */
export type VoteRecord = {
  _id: string
  ballotId: string
  groupId: string
  firmId: string
  userId: string
  abstains: boolean
  choices: { bidId: string; value: number }[]
  reason: string | null
  castAt: Date
  /** When the firm changed its mind, oldest first. */
  changedAt: Date[]
}

/** Sharded by groupId. */
const schema = new Schema<VoteRecord>({
  _id: String,
  ballotId: { type: String, required: true },
  groupId: { type: String, required: true },
  firmId: { type: String, required: true },
  userId: { type: String, required: true },
  abstains: { type: Boolean, required: true },
  choices: { type: [Object], required: true },
  reason: { type: String, default: null },
  castAt: { type: Date, required: true },
  changedAt: { type: [Date], required: true },
})
// One vote a firm; changing it replaces it.
schema.index({ groupId: 1, ballotId: 1, firmId: 1 }, { unique: true, name: 'one_vote_per_firm' })

export const VoteModel = defineModel<VoteRecord>('votes', schema)
