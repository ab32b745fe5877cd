import type { resetPassword as resetEndpoint } from '@mutuo/shared/accounts/account.endpoints.ts'
import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import { audit } from '../../platform/audit/audit.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { sessions } from '../../platform/http/sessions.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { sendPasswordChanged } from './account-letters.ts'
import { wrongPasswords } from './account.limits.ts'
import { accountStore } from './account.store.ts'
import { hashPassword } from './password-hash.ts'
import { assertPasswordUncommon } from './password.rules.ts'
import { hashToken } from './secret-token.ts'

/** Whoever reads the letter chooses a new password; every session of the account ends. @throws TOKEN_INVALID, PASSWORD_TOO_COMMON */
export const resetPassword = async ({ input, now, ip }: Call<typeof resetEndpoint>) => {
  const owner = await accountStore.ownerOfToken(hashToken(input.token), 'reset', now)
  if (!owner) throw new DomainError('TOKEN_INVALID')
  assertPasswordUncommon(input.password, owner)
  const passwordHash = await hashPassword(input.password)
  await transaction(async (tx) => {
    const token = await accountStore.takeToken(hashToken(input.token), 'reset', now, tx)
    const user = token && (await accountStore.find(token.userId, tx))
    if (!user) throw new DomainError('TOKEN_INVALID')
    await accountStore.change(user, { passwordHash, emailConfirmedAt: user.emailConfirmedAt ?? now }, tx)
    await accountStore.dropTokens(user._id, 'reset', tx)
    await accountStore.dropTokens(user._id, 'confirm', tx)
    await audit({ actor: { userId: user._id }, action: 'account.reset_password', object: `user:${user._id}`, ip }, tx)
    sendPasswordChanged(user, tx)
  })
  await Promise.all([sessions.endAllOf(owner._id), wrongPasswords.reset(owner.emailFold)])
  return { done: true as const }
}
