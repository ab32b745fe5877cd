import type { RouteObject } from 'react-router'
import { page } from '../../../platform/lazy-page.ts'
import { paths } from '../../../platform/paths.ts'

export const routes: RouteObject[] = [
  {
    path: paths.administration,
    handle: { access: 'signedIn' },
    lazy: page(['administration-admin', 'reviews'], async () => (await import('./administration-page.tsx')).AdministrationPage),
  },
]
