import { pledgeErrors } from '@mutuo/shared/pledges/pledge.errors.ts'
import type { ServerModule } from '../../platform/server-module.ts'
import { listenForPledges } from './pledge.listeners.ts'
import { pledgeRoutes } from './pledge.routes.ts'

export const pledgesModule: ServerModule = { name: 'pledges', errors: pledgeErrors, routes: pledgeRoutes, listen: listenForPledges }
