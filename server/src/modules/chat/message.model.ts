import type { MessageCard } from '@mutuo/shared/chat/message.schema.ts'
import { Schema } from 'mongoose'
import { defineModel } from '../../platform/mongo/define-model.ts'

export type MessageRecord = {
  _id: string
  roomId: string
  /** Dense in the room, in the order of the commits. */
  seq: number
  /** The sender's own id for it, kept over retries; for what the system says, the id of the event that it tells. */
  clientId: string
  /** `system` for what nobody wrote. */
  authorId: string
  organisationId: string | null
  text: string
  card: MessageCard | null
  replyTo: string | null
  at: Date
  editedAt: Date | null
  deletedAt: Date | null
}

/** Sharded by roomId. */
const schema = new Schema<MessageRecord>({
  _id: String,
  roomId: { type: String, required: true },
  seq: { type: Number, required: true },
  clientId: { type: String, required: true },
  authorId: { type: String, required: true },
  organisationId: { type: String, default: null },
  text: { type: String, default: '' },
  card: { type: Object, default: null },
  replyTo: { type: String, default: null },
  at: { type: Date, required: true },
  editedAt: { type: Date, default: null },
  deletedAt: { type: Date, default: null },
})
schema.index({ roomId: 1, seq: 1 }, { unique: true, name: 'ordered' })
// Shown exactly once, however often it is sent (reliability.md D2).
schema.index({ roomId: 1, authorId: 1, clientId: 1 }, { unique: true, name: 'sent_once' })

export const MessageModel = defineModel<MessageRecord>('messages', schema)
