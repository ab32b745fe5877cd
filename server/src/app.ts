import { accountsModule } from './modules/accounts/account.module.ts'
import { administrationModule } from './modules/administration/administration.module.ts'
import { ballotsModule } from './modules/ballots/ballot.module.ts'
import { bidsModule } from './modules/bids/bid.module.ts'
import { billingModule } from './modules/billing/billing.module.ts'
import { chatModule } from './modules/chat/chat.module.ts'
import { groupsModule } from './modules/groups/group.module.ts'
import { ledgerModule } from './modules/ledger/ledger.module.ts'
import { missionsModule } from './modules/missions/mission.module.ts'
import { needsModule } from './modules/needs/need.module.ts'
import { notificationsModule } from './modules/notifications/notification.module.ts'
import { organisationsModule } from './modules/organisations/organisation.module.ts'
import { pledgesModule } from './modules/pledges/pledge.module.ts'
import { reviewsModule } from './modules/reviews/review.module.ts'
import type { Config } from './platform/config.ts'
import { type RunningApp, startServing } from './platform/running-app.ts'
import type { ServerModule } from './platform/server-module.ts'

/** Every module, in the order of architecture.md: each may call those before it. The only list of them. */
export const modules: readonly ServerModule[] = [
  accountsModule,
  ledgerModule,
  organisationsModule,
  groupsModule,
  needsModule,
  pledgesModule,
  bidsModule,
  ballotsModule,
  missionsModule,
  billingModule,
  chatModule,
  notificationsModule,
  reviewsModule,
  administrationModule,
]

export const startApp = (config: Config, version: string): Promise<RunningApp> => startServing(config, modules, version)
