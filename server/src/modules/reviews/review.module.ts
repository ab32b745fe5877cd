import { reviewErrors } from '@mutuo/shared/reviews/review.errors.ts'
import type { ServerModule } from '../../platform/server-module.ts'
import { reviewJobs } from './review.jobs.ts'
import { listenForReviews } from './review.listeners.ts'
import { reviewRoutes } from './review.routes.ts'

export const reviewsModule: ServerModule = {
  name: 'reviews',
  errors: reviewErrors,
  routes: reviewRoutes,
  listen: listenForReviews,
  jobs: reviewJobs,
}
