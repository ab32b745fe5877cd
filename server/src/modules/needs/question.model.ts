import type { questionProcess } from '@mutuo/shared/needs/question.process.ts'
import type { StateOf } from '@mutuo/shared/process/process.ts'
import { Schema } from 'mongoose'
import { defineModel } from '../../platform/mongo/define-model.ts'

/** `by` is the organisation that answers. */
export type SaidRecord = { text: string; at: Date; by: string }

export type QuestionRecord = {
  _id: string
  groupId: string
  needId: string
  askerId: string
  state: StateOf<typeof questionProcess>
  version: number
  text: string
  askedAt: Date
  answer: SaidRecord | null
  /** The oldest first. */
  earlierAnswers: SaidRecord[]
}

/** Sharded by groupId. */
const schema = new Schema<QuestionRecord>({
  _id: String,
  groupId: { type: String, required: true },
  needId: { type: String, required: true },
  askerId: { type: String, required: true },
  state: { type: String, required: true },
  version: { type: Number, required: true },
  text: { type: String, required: true },
  askedAt: { type: Date, required: true },
  answer: { type: Object, default: null },
  earlierAnswers: { type: [Object], required: true },
})
schema.index({ needId: 1, askedAt: -1, _id: -1 }, { name: 'of_need' })
schema.index({ needId: 1, askerId: 1, state: 1 }, { name: 'of_asker' })

export const QuestionModel = defineModel<QuestionRecord>('questions', schema)
