import { billingErrors } from '@mutuo/shared/billing/billing.errors.ts'
import type { ServerModule } from '../../platform/server-module.ts'
import { billingJobs } from './billing.jobs.ts'
import { listenForBilling } from './billing.listeners.ts'
import { billingRoutes } from './billing.routes.ts'
import { receiveConnect, receiveSnapshot, receiveThin } from './receive-webhook.ts'

export const billingModule: ServerModule = {
  name: 'billing',
  errors: billingErrors,
  routes: billingRoutes,
  listen: listenForBilling,
  jobs: billingJobs,
  webhooks: [
    { path: '/stripe', receive: receiveSnapshot },
    { path: '/stripe-connect', receive: receiveConnect },
    { path: '/stripe-v2', receive: receiveThin },
  ],
}
