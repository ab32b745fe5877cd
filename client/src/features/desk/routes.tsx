import type { RouteObject } from 'react-router'
import { page } from '../../platform/lazy-page.ts'
import { paths } from '../../platform/paths.ts'

export const routes: RouteObject[] = [{ path: paths.desk, lazy: page([], async () => (await import('./desk-page.tsx')).DeskPage) }]
