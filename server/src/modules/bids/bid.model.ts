import type { bidProcess } from '@mutuo/shared/bids/bid.process.ts'
import type { BidContent } from '@mutuo/shared/bids/bid.schema.ts'
import type { StateOf } from '@mutuo/shared/process/process.ts'
import { Schema } from 'mongoose'
import { defineModel } from '../../platform/mongo/define-model.ts'

export type BidRecord = {
  _id: string
  groupId: string
  needId: string
  freelancerId: string
  state: StateOf<typeof bidProcess>
  version: number
  content: BidContent
  preparedAt: Date
  submittedAt: Date | null
  withdrawnBecause: string | null
}

/** Sharded by groupId. */
const schema = new Schema<BidRecord>({
  _id: String,
  groupId: { type: String, required: true },
  needId: { type: String, required: true },
  freelancerId: { type: String, required: true },
  state: { type: String, required: true },
  version: { type: Number, required: true },
  content: { type: Object, required: true },
  preparedAt: { type: Date, required: true },
  submittedAt: { type: Date, default: null },
  withdrawnBecause: { type: String, default: null },
})
// A freelancer has one live bid for a need.
schema.index(
  { groupId: 1, needId: 1, freelancerId: 1 },
  { unique: true, partialFilterExpression: { state: { $in: ['draft', 'submitted', 'shortlisted', 'chosen'] } }, name: 'one_live_bid' },
)
schema.index({ needId: 1, state: 1, submittedAt: 1 }, { name: 'of_need' })
schema.index({ freelancerId: 1, preparedAt: -1 }, { name: 'of_freelancer' })

export const BidModel = defineModel<BidRecord>('bids', schema)
