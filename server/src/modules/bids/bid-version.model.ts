import type { BidChange, BidContent, BidVersionView } from '@mutuo/shared/bids/bid.schema.ts'
import { Schema } from 'mongoose'
import { defineModel } from '../../platform/mongo/define-model.ts'

/** A bid as it was submitted: inserted once, never changed. */
export type BidVersionRecord = {
  _id: string
  groupId: string
  needId: string
  bidId: string
  /** 1 for the first submission. */
  number: number
  because: BidVersionView['because']
  content: BidContent
  /** From the one before. */
  changes: BidChange[]
  /** Whether the group could read the bid by then: what changed under seal is the freelancer's own affair. */
  isOpen: boolean
  at: Date
}

/** Sharded by groupId. */
const schema = new Schema<BidVersionRecord>({
  _id: String,
  groupId: { type: String, required: true },
  needId: { type: String, required: true },
  bidId: { type: String, required: true },
  number: { type: Number, required: true },
  because: { type: String, required: true },
  content: { type: Object, required: true },
  changes: { type: [Object], required: true },
  isOpen: { type: Boolean, required: true },
  at: { type: Date, required: true },
})
schema.index({ groupId: 1, bidId: 1, number: 1 }, { unique: true, name: 'one_of_each_number' })
schema.index({ bidId: 1, number: -1 }, { name: 'of_bid' })

export const BidVersionModel = defineModel<BidVersionRecord>('bid_versions', schema)
