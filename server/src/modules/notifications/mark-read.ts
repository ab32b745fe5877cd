import type { markNotificationsRead as endpoint } from '@mutuo/shared/notifications/notification.endpoints.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { publishChange } from '../../platform/realtime/publish-change.ts'
import { notificationStore } from './notification.store.ts'

/** Some of one's notifications, or all of them, are read; one's other devices learn it. */
export const markRead = async ({ viewer, input, now }: Call<typeof endpoint>) => {
  await notificationStore.markRead(viewer.userId, input.ids, now)
  publishChange(`user:${viewer.userId}`, { entity: 'notification', id: viewer.userId })
  return { done: true as const }
}
