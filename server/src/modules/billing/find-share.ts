import { mayRead, readersOf } from '@mutuo/shared/audiences/audiences.ts'
import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import type { Viewer } from '../../platform/access/viewer.ts'
import type { Transaction } from '../../platform/mongo/transaction.ts'
import { missions, type ShareRecord } from '../missions/index.ts'

/** A share is known to its own firm and to nobody else. @throws NOT_FOUND */
export const findOwnShare = async (viewer: Viewer, shareId: string, tx?: Transaction): Promise<ShareRecord> => {
  const share = await missions.share(shareId, tx)
  if (!share || !mayRead('share.payment', readersOf(viewer, { firmIds: [] }, share.firmId))) throw new DomainError('NOT_FOUND')
  return share
}
