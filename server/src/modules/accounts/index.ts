import type { Locale } from '@mutuo/shared/accounts/account.schema.ts'
import type { Transaction } from '../../platform/mongo/transaction.ts'
import { accountStore } from './account.store.ts'
import { pageOfAccounts } from './account.view.ts'
import { confirmPassword } from './confirm-password.ts'
import { grantAdmin } from './grant-admin.ts'
import { provideOrganisations } from './organisations-port.ts'
import { presentSession } from './session.view.ts'
import { suspendAccount } from './suspend-account.ts'
import type { UserRecord } from './user.model.ts'

export type Person = { userId: string; name: string; email: string; locale: Locale }

/** What later modules may ask of accounts. */
export const accounts = {
  provideOrganisations,
  presentSession,
  suspend: suspendAccount,
  grantAdmin,
  page: pageOfAccounts,

  /** The step-up before an act that binds. @throws STEP_UP_REQUIRED, TOO_MANY_REQUESTS */
  async confirmPassword(userId: string, password: string): Promise<void> {
    await confirmPassword(userId, password)
  },

  /** Those of the people who exist, by their id. */
  async many(userIds: string[], tx?: Transaction): Promise<Map<string, Person>> {
    const people = await accountStore.many([...new Set(userIds)], tx)
    return new Map(people.map((user) => [user._id, personOf(user)]))
  },
}

const personOf = ({ _id, name, email, locale }: UserRecord): Person => ({ userId: _id, name, email, locale })
