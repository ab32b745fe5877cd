import { Schema } from 'mongoose'
import { defineModel } from '../mongo/define-model.ts'

/** One event for one consumer, written in the commit that made it happen. */
export type OutboxRecord = {
  /** `<event id>:<consumer>` */
  _id: string
  eventId: string
  consumer: string
  name: string
  key: string
  data: object
  at: Date
  state: 'pending' | 'done' | 'dead'
  tries: number
  nextAt: Date
  leaseUntil: Date
  /** The fence: another one at each claim, so that a holder that lost its lease settles nothing. */
  holder: string
  doneAt?: Date
  lastError?: string
}

const date = { type: Date, required: true }
const text = { type: String, required: true }

const schema = new Schema<OutboxRecord>({
  _id: String,
  eventId: text,
  consumer: text,
  name: text,
  key: text,
  data: { type: Schema.Types.Mixed, required: true },
  at: date,
  state: { type: String, required: true, enum: ['pending', 'done', 'dead'] },
  tries: { type: Number, required: true },
  nextAt: date,
  leaseUntil: date,
  holder: { type: String, default: '' },
  doneAt: Date,
  lastError: String,
})
schema.index({ state: 1, nextAt: 1, _id: 1 }, { name: 'due' })
schema.index({ doneAt: 1 }, { name: 'forgotten', expireAfterSeconds: 7 * 86_400 })

export const OutboxModel = defineModel<OutboxRecord>('outbox', schema)
