import type { listNotifications as listEndpoint } from '@mutuo/shared/notifications/notification.endpoints.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { notificationStore } from './notification.store.ts'
import { sentenceOf } from './notification.texts.ts'

/** One's own notifications, latest first, with how many are unread. */
export const listNotifications = async ({ viewer, input }: Call<typeof listEndpoint>) => {
  const [page, unread] = await Promise.all([
    notificationStore.page(viewer.userId, { limit: input.limit, cursor: input.cursor, unreadOnly: input.unreadOnly ?? false }),
    notificationStore.unreadOf(viewer.userId),
  ])
  return {
    items: page.items.map(({ _id, kind, topic, params, path, at, readAt, needsAction }) => ({
      id: _id,
      kind,
      topic,
      text: sentenceOf(kind, params, viewer.locale),
      path,
      at: at.toISOString(),
      ...(readAt && { readAt: readAt.toISOString() }),
      needsAction,
    })),
    unread,
    ...(page.nextCursor && { nextCursor: page.nextCursor }),
  }
}
