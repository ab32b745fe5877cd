import type { signOutEverywhereElse as signOutEndpoint } from '@mutuo/shared/accounts/account.endpoints.ts'
import { audit } from '../../platform/audit/audit.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { sessions } from '../../platform/http/sessions.ts'
import { transaction } from '../../platform/mongo/transaction.ts'

/** Ends the person's other sessions and their sockets. */
export const signOutEverywhereElse = async ({ viewer, ip }: Call<typeof signOutEndpoint>) => {
  await sessions.endAllOf(viewer.userId, viewer.sessionId)
  await transaction((tx) =>
    audit({ actor: { userId: viewer.userId }, action: 'account.end_sessions', object: `user:${viewer.userId}`, ip }, tx),
  )
  return { done: true as const }
}
