import * as endpoints from '@mutuo/shared/notifications/notification.endpoints.ts'
import { serve } from '../../platform/http/serve-endpoint.ts'
import { completed } from './preference.rules.ts'
import { notificationStore } from './notification.store.ts'
import { listNotifications } from './notification.view.ts'
import { markRead } from './mark-read.ts'

export const notificationRoutes = [
  serve(endpoints.listNotifications, { run: listNotifications }),
  serve(endpoints.markNotificationsRead, { run: markRead }),
  serve(endpoints.getPreferences, {
    run: async ({ viewer }) => ({ mail: completed((await notificationStore.preferencesOf([viewer.userId])).get(viewer.userId)) }),
  }),
  serve(endpoints.updatePreferences, {
    run: async ({ viewer, input }) => {
      await notificationStore.savePreferences(viewer.userId, input.mail)
      return input
    },
  }),
]
