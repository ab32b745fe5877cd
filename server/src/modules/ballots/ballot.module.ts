import { ballotErrors } from '@mutuo/shared/ballots/ballot.errors.ts'
import type { ServerModule } from '../../platform/server-module.ts'
import { ballotJobs } from './ballot.jobs.ts'
import { listenForBallots } from './ballot.listeners.ts'
import { ballotMigrations } from './ballot.migrations.ts'
import { ballotRoutes } from './ballot.routes.ts'

export const ballotsModule: ServerModule = {
  name: 'ballots',
  errors: ballotErrors,
  routes: ballotRoutes,
  listen: listenForBallots,
  jobs: ballotJobs,
  migrations: ballotMigrations,
}
