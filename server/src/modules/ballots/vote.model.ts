import type { VoteHand } from '@mutuo/shared/ballots/ballot.schema.ts'
import { Schema } from 'mongoose'
import { defineModel } from '../../platform/mongo/define-model.ts'

/** What a firm has said last in a round; earlier words leave their instant and by whom, never their content. */
export type VoteRecord = {
  _id: string
  ballotId: string
  groupId: string
  round: 1 | 2
  /** Of a closed anonymous ballot: a number drawn for the paper, which leads to no firm. */
  firmId: string
  abstains: boolean
  choices: { bidId: string; value: number }[]
  reason: string | null
  /** Oldest first; the last is the vote that counts. Empty once it is anonymous. */
  acts: { at: Date; hand: VoteHand; userId: string }[]
}

/** Sharded by groupId. */
const schema = new Schema<VoteRecord>({
  _id: String,
  ballotId: { type: String, required: true },
  groupId: { type: String, required: true },
  round: { type: Number, required: true },
  firmId: { type: String, required: true },
  abstains: { type: Boolean, required: true },
  choices: { type: [Object], required: true },
  reason: { type: String, default: null },
  acts: { type: [Object], required: true },
})
// One vote a firm in each round; changing it replaces it.
schema.index({ groupId: 1, ballotId: 1, round: 1, firmId: 1 }, { unique: true, name: 'one_vote_per_firm_and_round' })

export const VoteModel = defineModel<VoteRecord>('votes', schema)
