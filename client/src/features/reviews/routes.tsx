import type { RouteObject } from 'react-router'
import { page } from '../../platform/lazy-page.ts'
import { paths } from '../../platform/paths.ts'

export const routes: RouteObject[] = [
  {
    path: paths.missionReviews(':missionId'),
    lazy: page(['reviews'], async () => (await import('./mission-reviews-page.tsx')).MissionReviewsPage),
  },
]
