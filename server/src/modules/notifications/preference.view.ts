import type { Viewer } from '../../platform/access/viewer.ts'
import { notificationStore } from './notification.store.ts'
import { completed } from './preference.rules.ts'

/** How often the person gets letters about each topic. */
export const presentPreferences = async ({ viewer }: { viewer: Viewer }) => ({
  mail: completed((await notificationStore.preferencesOf([viewer.userId])).get(viewer.userId)),
})
