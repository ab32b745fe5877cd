import type { updateAccount as updateEndpoint } from '@mutuo/shared/accounts/account.endpoints.ts'
import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { fold } from '../../data/fold.ts'
import { accountStore } from './account.store.ts'
import { presentSession } from './session.view.ts'

/** The person's own name and language. */
export const updateAccount = async ({ viewer, input: { name, locale }, session }: Call<typeof updateEndpoint>) => {
  await transaction(async (tx) => {
    const user = await accountStore.find(viewer.userId, tx)
    if (!user) throw new DomainError('SIGNED_OUT')
    await accountStore.change(user, { ...(name && { name, nameFold: fold(name) }), ...(locale && { locale }) }, tx)
  })
  return presentSession(session)
}
