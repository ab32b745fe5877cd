import type { ReviewContent, ReviewKind, ReviewState } from '@mutuo/shared/reviews/review.schema.ts'
import { Schema } from 'mongoose'
import { defineModel } from '../../platform/mongo/define-model.ts'

/** What one side of a mission says of the other. `subjectId` is the freelancer or the group that it is about. */
export type ReviewRecord = {
  _id: string
  missionId: string
  groupId: string
  associationId: string
  kind: ReviewKind
  authorId: string
  subjectId: string
  state: ReviewState
  version: number
  content: ReviewContent
  writtenAt: Date
  /** From then on everybody may read it, whether or not the job has written so: the end of the window, or when both sides were in. */
  visibleFrom: Date
  reply: { text: string; at: Date; by: string } | null
  reports: { by: string; at: Date; reason: string }[]
  /** When it was last reported. */
  reportedAt: Date | null
  hidden: { at: Date; by: string; reason: string } | null
}

/** Sharded by missionId. */
const schema = new Schema<ReviewRecord>({
  _id: String,
  missionId: { type: String, required: true },
  groupId: { type: String, required: true },
  associationId: { type: String, required: true },
  kind: { type: String, required: true },
  authorId: { type: String, required: true },
  subjectId: { type: String, required: true },
  state: { type: String, required: true },
  version: { type: Number, required: true },
  content: { type: Object, required: true },
  writtenAt: { type: Date, required: true },
  visibleFrom: { type: Date, required: true },
  reply: { type: Object, default: null },
  reports: { type: [Object], required: true },
  reportedAt: { type: Date, default: null },
  hidden: { type: Object, default: null },
})
// Each side writes once of a mission.
schema.index({ missionId: 1, authorId: 1 }, { unique: true, name: 'one_review_a_side' })
schema.index({ subjectId: 1, visibleFrom: -1, _id: -1 }, { name: 'of_subject' })
schema.index({ associationId: 1, reportedAt: -1, _id: -1 }, { name: 'reported_to_association' })
schema.index({ reportedAt: -1, _id: -1 }, { name: 'reported' })

export const ReviewModel = defineModel<ReviewRecord>('reviews', schema)
