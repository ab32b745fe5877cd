import type { RouteObject } from 'react-router'
import { page } from '../../platform/lazy-page.ts'
import { paths } from '../../platform/paths.ts'

export const routes: RouteObject[] = [
  { path: paths.missions, lazy: page(['missions'], async () => (await import('./missions-page.tsx')).MissionsPage) },
  { path: paths.mission(':missionId'), lazy: page(['missions', 'reviews'], async () => (await import('./mission-page.tsx')).MissionPage) },
  { path: paths.movements(':missionId'), lazy: page(['missions'], async () => (await import('./movements-page.tsx')).MovementsPage) },
]
