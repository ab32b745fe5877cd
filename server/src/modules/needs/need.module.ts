import { needErrors } from '@mutuo/shared/needs/need.errors.ts'
import type { ServerModule } from '../../platform/server-module.ts'
import { needJobs } from './need.jobs.ts'
import { listenForNeeds } from './need.listeners.ts'
import { needRoutes } from './need.routes.ts'
import { mayFollowNeed } from './need.view.ts'

export const needsModule: ServerModule = {
  name: 'needs',
  errors: needErrors,
  routes: needRoutes,
  listen: listenForNeeds,
  jobs: needJobs,
  topics: { need: mayFollowNeed },
}
