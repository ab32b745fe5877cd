import type { prepareBid as endpoint } from '@mutuo/shared/bids/bid.endpoints.ts'
import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import { organisationOf } from '../../platform/access/acting-for.ts'
import { allow } from '../../platform/access/decision.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { duplicateKeyOf } from '../../platform/mongo/duplicate-key.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { groups } from '../groups/index.ts'
import { mayBid, needs } from '../needs/index.ts'
import { bidPrepared } from './bid.events.ts'
import type { BidRecord } from './bid.model.ts'
import { bidStore } from './bid.store.ts'
import { checkContent } from './check-content.ts'

/**
 * A freelancer prepares a price for every number of firms; nobody else sees it until it is submitted. The same id twice is the same bid.
 * @throws NOT_FOUND, FREELANCER_ONLY, OWNER_ONLY, BIDS_CLOSED, GROUP_FROZEN, ALREADY_BID, TIERS_DISORDERED, TIERS_RISE, LOTS_DO_NOT_MATCH,
 * PARTS_DO_NOT_SUM, MILESTONE_TOO_SMALL, DELIVERY_BEFORE_START
 */
export const prepareBid = async (call: Call<typeof endpoint>): Promise<BidRecord> => {
  try {
    return await insertBid(call)
  } catch (error) {
    const duplicate = duplicateKeyOf(error)
    if (!duplicate) throw error
    if (duplicate.indexName === 'one_live_bid') throw new DomainError('ALREADY_BID')
    return insertBid(call)
  }
}

const insertBid = ({ viewer, input, now }: Call<typeof endpoint>) =>
  transaction(async (tx) => {
    const freelancerId = organisationOf(viewer)
    const need = await needs.getVisible(viewer, input.needId, tx)
    const made = await bidStore.find(input.id, tx)
    if (made) {
      if (made.freelancerId !== freelancerId || made.needId !== need._id) throw new DomainError('ALREADY_BID')
      return made
    }
    const group = await groups.get(need.groupId, tx)
    allow(mayBid(viewer, need, group.state === 'frozen', now))
    const { id, needId, ...content } = input
    await checkContent(content, need, tx)
    const bid: BidRecord = {
      _id: id,
      groupId: need.groupId,
      needId,
      freelancerId,
      state: 'draft',
      version: 1,
      content,
      preparedAt: now,
      submittedAt: null,
      withdrawnBecause: null,
    }
    await bidStore.insert(bid, tx)
    tx.emit(bidPrepared(bid))
    return bid
  })
