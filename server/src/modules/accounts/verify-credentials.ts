import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import type { AccountsPort } from '../../platform/http/accounts-port.ts'
import { signInTries, wrongPasswords } from './account.limits.ts'
import { foldEmail } from './account.rules.ts'
import { accountStore } from './account.store.ts'
import { isPasswordRight } from './password-hash.ts'

/**
 * Whose address and password these are. What a wrong password hides, and as long: whether the account exists, is confirmed or suspended.
 * @throws TOO_MANY_REQUESTS, WRONG_CREDENTIALS, ACCOUNT_SUSPENDED, EMAIL_NOT_CONFIRMED, OVERLOADED
 */
export const verifyCredentials: AccountsPort['verifyCredentials'] = async ({ email, password, ip }) => {
  const emailFold = foldEmail(email)
  await signInTries.consume(ip)
  await wrongPasswords.check(emailFold)
  const user = await accountStore.findByEmail(emailFold)
  if (!(await isPasswordRight(password, user?.passwordHash ?? null)) || !user) {
    await wrongPasswords.fail(emailFold)
    throw new DomainError('WRONG_CREDENTIALS')
  }
  if (user.isSuspended) throw new DomainError('ACCOUNT_SUSPENDED')
  if (!user.emailConfirmedAt) throw new DomainError('EMAIL_NOT_CONFIRMED')
  await wrongPasswords.reset(emailFold)
  return { userId: user._id }
}
