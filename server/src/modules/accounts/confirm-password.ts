import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import { wrongPasswords } from './account.limits.ts'
import { accountStore } from './account.store.ts'
import { isPasswordRight } from './password-hash.ts'
import type { UserRecord } from './user.model.ts'

/**
 * A signed-in person types the password again before an act that binds. Wrong ones count with those of signing in. `code` is what a wrong one is told.
 * Outside of any transaction. @throws STEP_UP_REQUIRED, TOO_MANY_REQUESTS, SIGNED_OUT
 */
export const confirmPassword = async (
  userId: string,
  password: string,
  code: 'STEP_UP_REQUIRED' | 'WRONG_CREDENTIALS' = 'STEP_UP_REQUIRED',
): Promise<UserRecord> => {
  const user = await accountStore.find(userId)
  if (!user) throw new DomainError('SIGNED_OUT')
  await wrongPasswords.check(user.emailFold)
  if (!(await isPasswordRight(password, user.passwordHash))) {
    await wrongPasswords.fail(user.emailFold)
    throw new DomainError(code)
  }
  return user
}
