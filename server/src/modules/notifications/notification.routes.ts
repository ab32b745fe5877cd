import * as endpoints from '@mutuo/shared/notifications/notification.endpoints.ts'
import { serve } from '../../platform/http/serve-endpoint.ts'
import { markRead } from './mark-read.ts'
import { listNotifications } from './notification.view.ts'
import { presentPreferences } from './preference.view.ts'
import { updatePreferences } from './update-preferences.ts'

export const notificationRoutes = [
  serve(endpoints.listNotifications, { run: listNotifications }),
  serve(endpoints.markNotificationsRead, { run: markRead }),
  serve(endpoints.getPreferences, { run: presentPreferences }),
  serve(endpoints.updatePreferences, { run: updatePreferences }),
]
