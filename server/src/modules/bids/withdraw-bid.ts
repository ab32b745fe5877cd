import type { withdrawBid as endpoint } from '@mutuo/shared/bids/bid.endpoints.ts'
import { bidProcess, countedBids } from '@mutuo/shared/bids/bid.process.ts'
import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import { canMove } from '@mutuo/shared/process/process.ts'
import { allow } from '../../platform/access/decision.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { pledges } from '../pledges/index.ts'
import { bidWithdrawn } from './bid.events.ts'
import { mayChangeBid } from './bid.policy.ts'
import { bidStore } from './bid.store.ts'
import { expireOfBid } from './expire-counter-offers.ts'
import { holdOwnBid } from './find-bid.ts'

/** Until bids close a freelancer may take its bid back. @throws NOT_FOUND, OWNER_ONLY, BIDS_CLOSED, STALE_STATE */
export const withdrawBid = ({ viewer, input, now }: Call<typeof endpoint>) =>
  transaction(async (tx) => {
    const { bid, need } = await holdOwnBid(viewer, input.bidId, tx)
    allow(mayChangeBid(viewer, need, now))
    if (bid.version !== input.version || !canMove(bidProcess, bid.state, 'withdraw', 'freelancer')) throw new DomainError('STALE_STATE')
    const withdrawn = await bidStore.change(bid, { state: 'withdrawn', withdrawnBecause: input.reason }, tx)
    const wasKnown = countedBids.includes(bid.state)
    if (wasKnown) {
      await expireOfBid(bid, now, tx)
      await pledges.noteProgress(need, tx, -1)
    }
    tx.emit(bidWithdrawn(withdrawn, wasKnown))
    return withdrawn
  })
