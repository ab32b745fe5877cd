import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import type { Viewer } from '../../platform/access/viewer.ts'
import type { Transaction } from '../../platform/mongo/transaction.ts'
import type { AlertRecord } from './alert.model.ts'
import { isOwnAlert } from './alert.policy.ts'
import { alertStore } from './alert.store.ts'

/** One's own alert. @throws NOT_FOUND */
export const findAlert = async (viewer: Viewer, alertId: string, tx: Transaction): Promise<AlertRecord> => {
  const alert = await alertStore.find(alertId, tx)
  if (!alert || !isOwnAlert(viewer, alert)) throw new DomainError('NOT_FOUND')
  return alert
}
