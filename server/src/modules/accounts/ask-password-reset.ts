import type { askPasswordReset as askEndpoint } from '@mutuo/shared/accounts/account.endpoints.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { sendPasswordReset } from './account-letters.ts'
import { lettersTo } from './account.limits.ts'
import { foldEmail } from './account.rules.ts'
import { accountStore } from './account.store.ts'
import { issueToken } from './secret-token.ts'

/** Sends a letter to the address where it has an account; the answer does not tell. @throws TOO_MANY_REQUESTS */
export const askPasswordReset = async ({ input, now }: Call<typeof askEndpoint>) => {
  await lettersTo.consume(foldEmail(input.email))
  await transaction(async (tx) => {
    const user = await accountStore.findByEmail(foldEmail(input.email), tx)
    if (user) sendPasswordReset(user, await issueToken({ userId: user._id, purpose: 'reset', now }, tx), tx)
  })
  return { done: true as const }
}
