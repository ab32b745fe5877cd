import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import type { stopAlert as endpoint } from '@mutuo/shared/needs/alert.endpoints.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { alertIdOf } from './alert-link.ts'
import { alertStore } from './alert.store.ts'

/** Whoever holds the letter ends its alert, signed in or not; a second time is the same. @throws ALERT_LINK_INVALID */
export const stopAlert = ({ input }: Call<typeof endpoint>) =>
  transaction(async (tx) => {
    const alertId = alertIdOf(input.token)
    if (alertId === null) throw new DomainError('ALERT_LINK_INVALID')
    const alert = await alertStore.find(alertId, tx)
    if (alert) await alertStore.remove(alert, tx)
    return { done: true as const }
  })
