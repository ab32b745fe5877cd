import type { signIn as signInEndpoint } from '@mutuo/shared/accounts/account.endpoints.ts'
import { audit } from '../../platform/audit/audit.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { organisationsOf } from './organisations-port.ts'
import { presentSession } from './session.view.ts'

/** Begins a new session, acting for the person's first organisation. @throws WRONG_CREDENTIALS, ACCOUNT_SUSPENDED, EMAIL_NOT_CONFIRMED, TOO_MANY_REQUESTS */
export const signIn = async ({ input, ip, session }: Call<typeof signInEndpoint>) => {
  const { userId } = await session.signIn(input)
  const [first] = await organisationsOf(userId)
  if (first) await session.actFor(first.id)
  await transaction((tx) => audit({ actor: { userId }, action: 'account.sign_in', object: `user:${userId}`, ip }, tx))
  return presentSession(session)
}
