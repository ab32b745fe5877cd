import type { Preferences } from '@mutuo/shared/notifications/notification.schema.ts'
import { keysetPage } from '../../platform/mongo/keyset-page.ts'
import type { Transaction } from '../../platform/mongo/transaction.ts'
import { NotificationModel, type NotificationRecord } from './notification.model.ts'
import { PreferenceModel, type PreferenceRecord } from './preference.model.ts'

const mostInLetter = 50

export const notificationStore = {
  async insert(notifications: NotificationRecord[], { session }: Transaction): Promise<void> {
    if (notifications.length > 0) await NotificationModel.insertMany(notifications, { session })
  },

  /** Those of the people who were already told of the event. */
  async toldOf(eventId: string, userIds: string[], { session }: Transaction): Promise<Set<string>> {
    const found = await NotificationModel.find({ userId: { $in: userIds }, eventId }, { userId: 1, kind: 1 }, { session })
      .lean<Pick<NotificationRecord, 'userId' | 'kind'>[]>()
      .exec()
    return new Set(found.map(({ userId, kind }) => `${userId}:${kind}`))
  },

  page: (userId: string, ask: { limit: number; cursor?: string | undefined; unreadOnly: boolean }) =>
    keysetPage(NotificationModel, {
      filter: { userId, ...(ask.unreadOnly && { readAt: null }) },
      sortKey: 'at',
      direction: 'desc',
      limit: ask.limit,
      cursor: ask.cursor ?? null,
    }),

  /** Counted up to a hundred: a badge says "99+". */
  unreadOf: (userId: string): Promise<number> => NotificationModel.countDocuments({ userId, readAt: null }, { limit: 100 }).exec(),

  async markRead(userId: string, ids: string[] | undefined, now: Date): Promise<void> {
    await NotificationModel.updateMany({ userId, readAt: null, ...(ids && { _id: { $in: ids } }) }, { $set: { readAt: now } })
  },

  /** People for whom something waits. */
  async peopleDueForDigest(now: Date, limit: number): Promise<string[]> {
    const due = await NotificationModel.find({ digestAt: { $lte: now } }, { userId: 1 }, { sort: { digestAt: 1, userId: 1 }, limit })
      .lean<Pick<NotificationRecord, 'userId'>[]>()
      .exec()
    return [...new Set(due.map(({ userId }) => userId))]
  },

  /** Takes what still waits for the person's letter, so that two at once write one letter. Oldest first. */
  async takeDigest(userId: string, now: Date, { session }: Transaction): Promise<NotificationRecord[]> {
    const due = await NotificationModel.find({ digestAt: { $lte: now }, userId }, null, { session, sort: { at: 1 }, limit: mostInLetter })
      .lean<NotificationRecord[]>()
      .exec()
    await NotificationModel.updateMany({ _id: { $in: due.map(({ _id }) => _id) } }, { $set: { digestAt: null } }, { session })
    return due
  },

  async preferencesOf(userIds: string[]): Promise<Map<string, Partial<Preferences['mail']>>> {
    const found = await PreferenceModel.find({ _id: { $in: userIds } })
      .lean<PreferenceRecord[]>()
      .exec()
    return new Map(found.map(({ _id, mail }) => [_id, mail]))
  },

  async savePreferences(userId: string, mail: Preferences['mail']): Promise<void> {
    await PreferenceModel.updateOne({ _id: userId }, { $set: { mail } }, { upsert: true })
  },
}
