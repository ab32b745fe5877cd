import type { RouteObject } from 'react-router'
import { page } from '../../platform/lazy-page.ts'
import { paths } from '../../platform/paths.ts'

export const routes: RouteObject[] = [
  {
    path: paths.notifications,
    handle: { access: 'signedIn' },
    lazy: page(['notifications'], async () => (await import('./notifications-page.tsx')).NotificationsPage),
  },
]
