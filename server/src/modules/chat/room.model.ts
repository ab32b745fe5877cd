import type { RoomAudience } from '@mutuo/shared/chat/room.schema.ts'
import { Schema } from 'mongoose'
import { defineModel } from '../../platform/mongo/define-model.ts'

/** A room has one audience: `readerIds` are the organisations whose people read it, and nobody else does (domain.md, rule 12). */
export type RoomRecord = {
  _id: string
  /** `<subject>:<subjectId>:<audience>[:<firmId>]` */
  key: string
  audience: RoomAudience
  subject: 'group' | 'need' | 'mission'
  subjectId: string
  groupId: string
  title: string
  readerIds: string[]
  /** The last sequence number given out; each message takes the next one in its own transaction. */
  head: number
  lastMessage: { by: string; excerpt: string; at: Date } | null
  isReadOnly: boolean
  openedAt: Date
}

/** Sharded by groupId. */
const schema = new Schema<RoomRecord>({
  _id: String,
  key: { type: String, required: true },
  audience: { type: String, required: true },
  subject: { type: String, required: true },
  subjectId: { type: String, required: true },
  groupId: { type: String, required: true },
  title: { type: String, required: true },
  readerIds: { type: [String], required: true },
  head: { type: Number, required: true },
  lastMessage: { type: Object, default: null },
  isReadOnly: { type: Boolean, required: true },
  openedAt: { type: Date, required: true },
})
schema.index({ key: 1 }, { unique: true, name: 'one_room_per_audience' })
schema.index({ readerIds: 1, 'lastMessage.at': -1 }, { name: 'of_reader' })
schema.index({ subjectId: 1 }, { name: 'of_subject' })

export const RoomModel = defineModel<RoomRecord>('rooms', schema)
