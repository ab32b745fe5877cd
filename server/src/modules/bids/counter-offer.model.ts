import type { BidChange, Terms } from '@mutuo/shared/bids/bid.schema.ts'
import type { counterOfferProcess } from '@mutuo/shared/bids/counter-offer.process.ts'
import type { StateOf } from '@mutuo/shared/process/process.ts'
import { Schema } from 'mongoose'
import { defineModel } from '../../platform/mongo/define-model.ts'

export type CounterOfferRecord = {
  _id: string
  groupId: string
  needId: string
  bidId: string
  freelancerId: string
  /** 1 for the first of its bid: two made at once want the same turn. */
  turn: number
  state: StateOf<typeof counterOfferProcess>
  version: number
  message: string
  terms: Terms
  /** What the terms would change in the bid as it was. */
  changes: BidChange[]
  proposedBy: string
  proposedAt: Date
  answer: { message: string; terms: Terms; changes: BidChange[]; at: Date } | null
  settledAt: Date | null
}

/** Sharded by groupId. */
const schema = new Schema<CounterOfferRecord>({
  _id: String,
  groupId: { type: String, required: true },
  needId: { type: String, required: true },
  bidId: { type: String, required: true },
  freelancerId: { type: String, required: true },
  turn: { type: Number, required: true },
  state: { type: String, required: true },
  version: { type: Number, required: true },
  message: { type: String, required: true },
  terms: { type: Object, required: true },
  changes: { type: [Object], required: true },
  proposedBy: { type: String, required: true },
  proposedAt: { type: Date, required: true },
  answer: { type: Object, default: null },
  settledAt: { type: Date, default: null },
})
// With the rule that none is made while one is open, this keeps one open a bid.
schema.index({ groupId: 1, bidId: 1, turn: 1 }, { unique: true, name: 'one_of_each_turn' })
schema.index({ bidId: 1, turn: -1 }, { name: 'of_bid' })
schema.index({ needId: 1, state: 1 }, { name: 'of_need' })

export const CounterOfferModel = defineModel<CounterOfferRecord>('counter_offers', schema)
