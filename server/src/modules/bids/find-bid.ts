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

/** For its author alone, who is about to change it. @throws NOT_FOUND */
export const holdOwnBid = async (viewer: Viewer, bidId: string, tx: Transaction): Promise<{ bid: BidRecord; need: NeedRecord }> => {
  const bid = await bidStore.find(bidId, tx)
  if (!bid || !isAuthor(viewer, bid)) throw new DomainError('NOT_FOUND')
  await needs.hold(bid.needId, tx)
  return { bid, need: await needs.get(bid.needId, tx) }
}
