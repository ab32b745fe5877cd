import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import { audit } from '../../platform/audit/audit.ts'
import { sessions } from '../../platform/http/sessions.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { disconnectUser } from '../../platform/realtime/end-access.ts'
import { accountStore } from './account.store.ts'

type Suspension = { userId: string; isSuspended: boolean; reason: string; by: { userId: string }; ip?: string }

/** Suspends a person, whose sessions and sockets end at once, or takes the suspension back. @throws NOT_FOUND */
export const suspendAccount = async ({ userId, isSuspended, reason, by, ip }: Suspension): Promise<void> => {
  await transaction(async (tx) => {
    const user = await accountStore.find(userId, tx)
    if (!user) throw new DomainError('NOT_FOUND')
    if (user.isSuspended === isSuspended) return
    await accountStore.change(user, { isSuspended }, tx)
    const action = isSuspended ? 'account.suspend' : 'account.restore'
    await audit({ actor: by, action, object: `user:${userId}`, after: { isSuspended, reason }, ...(ip !== undefined && { ip }) }, tx)
  })
  if (!isSuspended) return
  await sessions.endAllOf(userId)
  disconnectUser(userId)
}
