import type { NotificationKind, NotificationTopic } from '@mutuo/shared/notifications/notification.schema.ts'
import { Schema } from 'mongoose'
import { defineModel } from '../../platform/mongo/define-model.ts'

export type NotificationRecord = {
  _id: string
  userId: string
  /** The event that it tells: told once to each person, however often it is delivered. */
  eventId: string
  kind: NotificationKind
  topic: NotificationTopic
  params: Record<string, string | number>
  path: string
  needsAction: boolean
  at: Date
  readAt: Date | null
  /** For the person's daily letter; null once it is in one, or needs none. */
  digestAt: Date | null
}

/** Sharded by userId. */
const schema = new Schema<NotificationRecord>({
  _id: String,
  userId: { type: String, required: true },
  eventId: { type: String, required: true },
  kind: { type: String, required: true },
  topic: { type: String, required: true },
  params: { type: Object, required: true },
  path: { type: String, required: true },
  needsAction: { type: Boolean, required: true },
  at: { type: Date, required: true },
  readAt: { type: Date, default: null },
  digestAt: { type: Date, default: null },
})
schema.index({ userId: 1, eventId: 1, kind: 1 }, { unique: true, name: 'told_once' })
schema.index({ userId: 1, at: -1, _id: -1 }, { name: 'of_person' })
schema.index({ userId: 1, readAt: 1, at: -1, _id: -1 }, { name: 'unread' })
schema.index({ digestAt: 1, userId: 1 }, { name: 'waiting_for_letter' })
schema.index({ at: 1 }, { expireAfterSeconds: 180 * 24 * 3600, name: 'kept_half_a_year' })

export const NotificationModel = defineModel<NotificationRecord>('notifications', schema)
