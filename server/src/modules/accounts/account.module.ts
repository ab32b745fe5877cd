import { accountErrors } from '@mutuo/shared/accounts/account.errors.ts'
import type { ServerModule } from '../../platform/server-module.ts'
import { accountMails } from './account.mails.ts'
import { accountRoutes } from './account.routes.ts'
import { loadViewer } from './load-viewer.ts'
import { verifyCredentials } from './verify-credentials.ts'

export const accountsModule: ServerModule = {
  name: 'accounts',
  errors: accountErrors,
  routes: accountRoutes,
  mails: accountMails,
  topics: { user: async (viewer, userId) => viewer.userId === userId },
  accounts: { verifyCredentials, loadViewer },
}
