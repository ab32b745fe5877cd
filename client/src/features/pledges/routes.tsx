import type { RouteObject } from 'react-router'
import { page } from '../../platform/lazy-page.ts'
import { paths } from '../../platform/paths.ts'

export const routes: RouteObject[] = [
  { path: paths.pledge(':needId'), lazy: page(['pledges'], async () => (await import('./pledge-page.tsx')).PledgePage) },
]
