import type { resendConfirmation as resendEndpoint } from '@mutuo/shared/accounts/account.endpoints.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { sendConfirmation } from './account-letters.ts'
import { lettersTo } from './account.limits.ts'
import { foldEmail } from './account.rules.ts'
import { accountStore } from './account.store.ts'
import { issueToken } from './secret-token.ts'

/** Sends the letter once more to whoever still has to confirm; to anybody else nothing, with the same answer. @throws TOO_MANY_REQUESTS */
export const resendConfirmation = async ({ input, now }: Call<typeof resendEndpoint>) => {
  await lettersTo.consume(foldEmail(input.email))
  await transaction(async (tx) => {
    const user = await accountStore.findByEmail(foldEmail(input.email), tx)
    if (!user || user.emailConfirmedAt) return
    sendConfirmation(user, await issueToken({ userId: user._id, purpose: 'confirm', now }, tx), undefined, tx)
  })
  return { done: true as const }
}
