import type { editBid as endpoint } from '@mutuo/shared/bids/bid.endpoints.ts'
import { bidProcess, countedBids } from '@mutuo/shared/bids/bid.process.ts'
import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import { canMove } from '@mutuo/shared/process/process.ts'
import { allow } from '../../platform/access/decision.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { pledges } from '../pledges/index.ts'
import { bidEdited } from './bid.events.ts'
import { mayChangeBid } from './bid.policy.ts'
import { bidStore } from './bid.store.ts'
import { checkContent } from './check-content.ts'
import { expireOfBid } from './expire-counter-offers.ts'
import { holdOwnBid } from './find-bid.ts'

/**
 * Another price in the place of the first, which no longer counts until it is submitted anew.
 * @throws NOT_FOUND, OWNER_ONLY, BIDS_CLOSED, STALE_STATE, TIERS_DISORDERED, TIERS_RISE, LOTS_DO_NOT_MATCH, PARTS_DO_NOT_SUM, MILESTONE_TOO_SMALL,
 * DELIVERY_BEFORE_START
 */
export const editBid = ({ viewer, input, now }: Call<typeof endpoint>) =>
  transaction(async (tx) => {
    const { bidId, version, ...content } = input
    const { bid, need } = await holdOwnBid(viewer, bidId, tx)
    allow(mayChangeBid(viewer, need, now))
    if (bid.version !== version || !canMove(bidProcess, bid.state, 'edit', 'freelancer')) throw new DomainError('STALE_STATE')
    await checkContent(content, need, tx)
    const edited = await bidStore.change(bid, { content, state: 'draft', submittedAt: null }, tx)
    if (countedBids.includes(bid.state)) {
      await expireOfBid(bid, now, tx)
      await pledges.noteProgress(need, tx, -1)
    }
    tx.emit(bidEdited(edited))
    return edited
  })
