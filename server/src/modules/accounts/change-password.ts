import type { changePassword as changeEndpoint } from '@mutuo/shared/accounts/account.endpoints.ts'
import { audit } from '../../platform/audit/audit.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { sessions } from '../../platform/http/sessions.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { sendPasswordChanged } from './account-letters.ts'
import { wrongPasswords } from './account.limits.ts'
import { accountStore } from './account.store.ts'
import { confirmPassword } from './confirm-password.ts'
import { hashPassword } from './password-hash.ts'
import { assertPasswordUncommon } from './password.rules.ts'

/** Needs the present password; the person's other sessions end. @throws WRONG_CREDENTIALS, PASSWORD_TOO_COMMON, TOO_MANY_REQUESTS */
export const changePassword = async ({ viewer, input, ip }: Call<typeof changeEndpoint>) => {
  const before = await confirmPassword(viewer.userId, input.current, 'WRONG_CREDENTIALS')
  assertPasswordUncommon(input.password, before)
  const passwordHash = await hashPassword(input.password)
  await transaction(async (tx) => {
    await accountStore.change(before, { passwordHash }, tx)
    await audit({ actor: { userId: viewer.userId }, action: 'account.change_password', object: `user:${viewer.userId}`, ip }, tx)
    sendPasswordChanged(before, tx)
  })
  await Promise.all([sessions.endAllOf(viewer.userId, viewer.sessionId), wrongPasswords.reset(before.emailFold)])
  return { done: true as const }
}
