import type { signOut as signOutEndpoint } from '@mutuo/shared/accounts/account.endpoints.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'

/** Ends this session and its sockets. */
export const signOut = async ({ session }: Call<typeof signOutEndpoint>) => {
  await session.signOut()
  return { done: true as const }
}
