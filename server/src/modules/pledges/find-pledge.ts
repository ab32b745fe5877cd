import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import type { Viewer } from '../../platform/access/viewer.ts'
import type { Transaction } from '../../platform/mongo/transaction.ts'
import type { PledgeRecord } from './pledge.model.ts'
import { maySeePledge } from './pledge.policy.ts'
import { pledgeStore } from './pledge.store.ts'

/** @throws NOT_FOUND also for everybody but the firm's own people */
export const findPledge = async (viewer: Viewer, pledgeId: string, tx?: Transaction): Promise<PledgeRecord> => {
  const pledge = await pledgeStore.find(pledgeId, tx)
  if (!pledge || !maySeePledge(viewer, pledge)) throw new DomainError('NOT_FOUND')
  return pledge
}
