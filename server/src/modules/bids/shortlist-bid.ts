import type { shortlistBid as endpoint } from '@mutuo/shared/bids/bid.endpoints.ts'
import { bidProcess } from '@mutuo/shared/bids/bid.process.ts'
import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import { canMove } from '@mutuo/shared/process/process.ts'
import { allow } from '../../platform/access/decision.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { bidShortlisted } from './bid.events.ts'
import { mayShortlist } from './bid.policy.ts'
import { bidStore } from './bid.store.ts'
import { findBid } from './find-bid.ts'

/** The firm that leads marks the bids worth a closer look, or takes the mark away. @throws NOT_FOUND, LEADER_ONLY, STALE_STATE */
export const shortlistBid = ({ viewer, input }: Call<typeof endpoint>) =>
  transaction(async (tx) => {
    const { bid, need } = await findBid(viewer, input.bidId, tx)
    allow(mayShortlist(viewer, need))
    const move = input.isShortlisted ? 'shortlist' : 'unshortlist'
    if (bid.version !== input.version || !canMove(bidProcess, bid.state, move, 'leader')) throw new DomainError('STALE_STATE')
    const moved = await bidStore.change(bid, { state: bidProcess.moves[move].to }, tx)
    tx.emit(bidShortlisted(moved, input.isShortlisted))
    return moved
  })
