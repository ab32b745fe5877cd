import { checkBid } from '@mutuo/shared/bids/bid.rules.ts'
import type { BidContent } from '@mutuo/shared/bids/bid.schema.ts'
import type { Transaction } from '../../platform/mongo/transaction.ts'
import { groups } from '../groups/index.ts'
import { needs, type NeedRecord } from '../needs/index.ts'

/**
 * Whether the bid can be priced, divided and paid for every number of firms that the need may come to.
 * @throws TIERS_DISORDERED, TIERS_RISE, LOTS_DO_NOT_MATCH, PARTS_DO_NOT_SUM, MILESTONE_TOO_SMALL, DELIVERY_BEFORE_START
 */
export const checkContent = async (content: BidContent, need: NeedRecord, tx: Transaction): Promise<void> => {
  const active = await groups.activeFirmIds(need.groupId, tx)
  const { lots, targetFirms } = needs.termsOf(need)
  checkBid(content, lots, Math.max(targetFirms, active.length))
}
