import type { updatePreferences as endpoint } from '@mutuo/shared/notifications/notification.endpoints.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { notificationStore } from './notification.store.ts'

/** A person chooses how often letters come, by topic. */
export const updatePreferences = async ({ viewer, input }: Call<typeof endpoint>) => {
  await notificationStore.savePreferences(viewer.userId, input.mail)
  return input
}
