import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import type { Viewer } from '../../platform/access/viewer.ts'
import type { Transaction } from '../../platform/mongo/transaction.ts'
import { needs, type NeedRecord } from '../needs/index.ts'
import type { BidRecord } from './bid.model.ts'
import { isAuthor, maySeeBid } from './bid.policy.ts'
import { bidStore } from './bid.store.ts'

/** The bid with its need, as far as the viewer may know of it. @throws NOT_FOUND */
export const findBid = async (viewer: Viewer, bidId: string, tx?: Transaction): Promise<{ bid: BidRecord; need: NeedRecord }> => {
  const bid = await bidStore.find(bidId, tx)
  if (!bid) throw new DomainError('NOT_FOUND')
  const need = await needs.get(bid.needId, tx)
  if (!maySeeBid(viewer, bid, await needs.isInside(viewer, need, tx))) throw new DomainError('NOT_FOUND')
  return { bid, need }
}

/** For its author alone. @throws NOT_FOUND */
export const findOwnBid = async (viewer: Viewer, bidId: string, tx: Transaction): Promise<{ bid: BidRecord; need: NeedRecord }> => {
  const found = await findBid(viewer, bidId, tx)
  if (!isAuthor(viewer, found.bid)) throw new DomainError('NOT_FOUND')
  return found
}
