import { countedBids } from '@mutuo/shared/bids/bid.process.ts'
import { withTerms } from '@mutuo/shared/bids/bid-change.rules.ts'
import type { Terms } from '@mutuo/shared/bids/bid.schema.ts'
import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import type { Transaction } from '../../platform/mongo/transaction.ts'
import type { NeedRecord } from '../needs/index.ts'
import { pledges } from '../pledges/index.ts'
import { bidAmended } from './bid.events.ts'
import type { BidRecord } from './bid.model.ts'
import { bidStore } from './bid.store.ts'
import { checkContent } from './check-content.ts'
import { keepVersion } from './keep-version.ts'

/**
 * Both sides have agreed on other terms: they are the bid from now on, as a new version. It keeps its place and its mark.
 * @throws STALE_STATE, TIERS_RISE, TIERS_DISORDERED, MILESTONE_TOO_SMALL, DELIVERY_BEFORE_START
 */
export const amendBid = async (bid: BidRecord, need: NeedRecord, terms: Terms, now: Date, tx: Transaction): Promise<BidRecord> => {
  if (!countedBids.includes(bid.state)) throw new DomainError('STALE_STATE')
  const content = withTerms(bid.content, terms)
  await checkContent(content, need, tx)
  const amended = await bidStore.change(bid, { content }, tx)
  await keepVersion({ bid: amended, need, because: 'counter_offer', at: now }, tx)
  await pledges.noteProgress(need, tx)
  tx.emit(bidAmended(amended))
  return amended
}
