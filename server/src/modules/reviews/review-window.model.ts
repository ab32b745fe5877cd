import type { reviewWindowProcess } from '@mutuo/shared/reviews/review.process.ts'
import type { StateOf } from '@mutuo/shared/process/process.ts'
import { Schema } from 'mongoose'
import { defineModel } from '../../platform/mongo/define-model.ts'

/** The days in which the parties to a mission may write, with who they are. Its version counts the reviews, so that two at once see each other. */
export type ReviewWindowRecord = {
  /** The mission's. */
  _id: string
  groupId: string
  associationId: string
  leaderId: string
  freelancerId: string
  firmIds: string[]
  state: StateOf<typeof reviewWindowProcess>
  version: number
  closesAt: Date
  /** When those who have not written are reminded; null once they were. */
  remindAt: Date | null
  writtenBy: string[]
}

/** Sharded by _id. */
const schema = new Schema<ReviewWindowRecord>({
  _id: String,
  groupId: { type: String, required: true },
  associationId: { type: String, required: true },
  leaderId: { type: String, required: true },
  freelancerId: { type: String, required: true },
  firmIds: { type: [String], required: true },
  state: { type: String, required: true },
  version: { type: Number, required: true },
  closesAt: { type: Date, required: true },
  remindAt: { type: Date, default: null },
  writtenBy: { type: [String], required: true },
})
schema.index({ state: 1, closesAt: 1 }, { name: 'due' })
schema.index({ firmIds: 1, closesAt: 1 }, { name: 'of_firm' })
schema.index({ freelancerId: 1, closesAt: 1 }, { name: 'of_freelancer' })
schema.index({ remindAt: 1 }, { name: 'reminder_due' })

export const ReviewWindowModel = defineModel<ReviewWindowRecord>('review_windows', schema)
