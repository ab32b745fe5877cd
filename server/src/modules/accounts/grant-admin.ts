import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import { audit } from '../../platform/audit/audit.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { foldEmail } from './account.rules.ts'
import { accountStore } from './account.store.ts'

/** Makes a person an administrator of the platform: from the command line only, no endpoint leads here. @throws NOT_FOUND */
export const grantAdmin = (email: string): Promise<void> =>
  transaction(async (tx) => {
    const user = await accountStore.findByEmail(foldEmail(email), tx)
    if (!user) throw new DomainError('NOT_FOUND')
    await accountStore.change(user, { isAdmin: true }, tx)
    await audit({ actor: 'system', action: 'account.grant_admin', object: `user:${user._id}` }, tx)
  })
