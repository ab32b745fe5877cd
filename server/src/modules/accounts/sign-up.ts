import type { signUp as signUpEndpoint } from '@mutuo/shared/accounts/account.endpoints.ts'
import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import { audit } from '../../platform/audit/audit.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { duplicateKeyOf } from '../../platform/mongo/duplicate-key.ts'
import { transaction, type Transaction } from '../../platform/mongo/transaction.ts'
import { sendAlreadyRegistered, sendConfirmation } from './account-letters.ts'
import { lettersTo, signUps } from './account.limits.ts'
import { foldEmail, newAccount } from './account.rules.ts'
import { accountStore } from './account.store.ts'
import { hashPassword } from './password-hash.ts'
import { assertPasswordUncommon } from './password.rules.ts'
import { issueToken } from './secret-token.ts'

type SignUp = Call<typeof signUpEndpoint>

/** A person asks for an account. The answer is the same whether the address has one; the letter says which. @throws PASSWORD_TOO_COMMON */
export const signUp = async ({ input, now, ip }: SignUp) => {
  assertPasswordUncommon(input.password, input)
  await signUps.consume(ip)
  await lettersTo.consume(foldEmail(input.email))
  const passwordHash = await hashPassword(input.password)
  await untilAddressSettles(() => transaction((tx) => openAccount({ input, now, ip }, passwordHash, tx)))
  return { done: true as const }
}

const openAccount = async (
  { input, now, ip }: Pick<SignUp, 'input' | 'now' | 'ip'>,
  passwordHash: string,
  tx: Transaction,
): Promise<void> => {
  const known = await accountStore.findByEmail(foldEmail(input.email), tx)
  if (known?.emailConfirmedAt) return sendAlreadyRegistered(known, tx)
  const user = known ?? newAccount({ ...input, passwordHash }, now)
  if (!known) {
    await accountStore.insert(user, tx)
    await audit({ actor: { userId: user._id }, action: 'account.sign_up', object: `user:${user._id}`, ip }, tx)
  }
  const asked = known ? { name: input.name, passwordHash } : null
  const secret = await issueToken({ userId: user._id, purpose: 'confirm', asked, now }, tx)
  sendConfirmation({ email: input.email, locale: input.locale, name: input.name }, secret, input.invitation, tx)
}

/** Two sign-ups at once with one address: the second finds the first. @throws ALREADY_EXISTS when the id is another account's */
const untilAddressSettles = async (open: () => Promise<void>): Promise<void> => {
  try {
    await open()
  } catch (error) {
    const duplicate = duplicateKeyOf(error)
    if (!duplicate) throw error
    if (duplicate.indexName !== 'one_account_an_address') throw new DomainError('ALREADY_EXISTS')
    await open()
  }
}
