import { needErrors } from '@mutuo/shared/needs/need.errors.ts'
import { alertErrors } from '@mutuo/shared/needs/alert.errors.ts'
import { findingErrors } from '@mutuo/shared/needs/finding.errors.ts'
import { mergeErrors } from '@mutuo/shared/needs/merge.errors.ts'
import { questionErrors } from '@mutuo/shared/needs/question.errors.ts'
import { reuseErrors } from '@mutuo/shared/needs/reuse.errors.ts'
import type { ServerModule } from '../../platform/server-module.ts'
import { listenForAlerts } from './alert.listeners.ts'
import { alertMails } from './alert.mails.ts'
import { alertMigrations } from './alert.migrations.ts'
import { alertRoutes } from './alert.routes.ts'
import { findingRoutes } from './finding.routes.ts'
import { listenForMerges } from './merge.listeners.ts'
import { mergeRoutes } from './merge.routes.ts'
import { needJobs } from './need.jobs.ts'
import { listenForNeeds } from './need.listeners.ts'
import { needMigrations } from './need.migrations.ts'
import { needRoutes } from './need.routes.ts'
import { mayFollowNeed } from './need.view.ts'
import { listenForQuestions } from './question.listeners.ts'
import { questionRoutes } from './question.routes.ts'
import { reuseRoutes } from './reuse.routes.ts'

export const needsModule: ServerModule = {
  name: 'needs',
  errors: { ...needErrors, ...questionErrors, ...findingErrors, ...mergeErrors, ...alertErrors, ...reuseErrors },
  routes: [...needRoutes, ...questionRoutes, ...findingRoutes, ...mergeRoutes, ...alertRoutes, ...reuseRoutes],
  listen: () => {
    listenForNeeds()
    listenForQuestions()
    listenForMerges()
    listenForAlerts()
  },
  jobs: needJobs,
  mails: alertMails,
  migrations: [...alertMigrations, ...needMigrations],
  topics: { need: mayFollowNeed },
}
