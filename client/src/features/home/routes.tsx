import type { RouteObject } from 'react-router'
import { page } from '../../platform/lazy-page.ts'

export const routes: RouteObject[] = [
  { index: true, handle: { access: 'anyone' }, lazy: page(['home', 'skills'], async () => (await import('./home-page.tsx')).HomePage) },
]
