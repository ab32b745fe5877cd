import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import type { changeAlert as endpoint } from '@mutuo/shared/needs/alert.endpoints.ts'
import { tellAlertAt } from '@mutuo/shared/needs/alert.rules.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { findAlert } from './find-alert.ts'
import { alertStore } from './alert.store.ts'

/** Told more or less often; what waits is told at the new rhythm. @throws NOT_FOUND, STALE_STATE */
export const changeAlert = ({ viewer, input: { alertId, version, rhythm }, now }: Call<typeof endpoint>) =>
  transaction(async (tx) => {
    const alert = await findAlert(viewer, alertId, tx)
    if (alert.version !== version) throw new DomainError('STALE_STATE')
    const set = { rhythm, dueAt: alert.dueAt && tellAlertAt(rhythm, now) }
    await alertStore.change(alert, set, tx)
    return { ...alert, ...set, version: version + 1 }
  })
