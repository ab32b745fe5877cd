import { bidErrors } from '@mutuo/shared/bids/bid.errors.ts'
import type { ServerModule } from '../../platform/server-module.ts'
import { listenForBids } from './bid.listeners.ts'
import { bidRoutes } from './bid.routes.ts'

export const bidsModule: ServerModule = { name: 'bids', errors: bidErrors, routes: bidRoutes, listen: listenForBids }
