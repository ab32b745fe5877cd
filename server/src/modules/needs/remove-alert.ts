import type { removeAlert as endpoint } from '@mutuo/shared/needs/alert.endpoints.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { alertStore } from './alert.store.ts'
import { findAlert } from './find-alert.ts'

/** The search is no longer kept; what waits is not told. @throws NOT_FOUND */
export const removeAlert = ({ viewer, input }: Call<typeof endpoint>) =>
  transaction(async (tx) => {
    await alertStore.remove(await findAlert(viewer, input.alertId, tx), tx)
    return { done: true as const }
  })
