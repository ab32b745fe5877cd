import type { submitBid as endpoint } from '@mutuo/shared/bids/bid.endpoints.ts'
import { bidProcess } from '@mutuo/shared/bids/bid.process.ts'
import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import { canMove } from '@mutuo/shared/process/process.ts'
import { allow } from '../../platform/access/decision.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { groups } from '../groups/index.ts'
import { organisations } from '../organisations/index.ts'
import { pledges } from '../pledges/index.ts'
import { bidSubmitted } from './bid.events.ts'
import { mayChangeBid } from './bid.policy.ts'
import { bidStore } from './bid.store.ts'
import { holdOwnBid } from './find-bid.ts'
import { keepVersion } from './keep-version.ts'

/** The freelancer hands its bid in, with an account that can be paid. @throws NOT_FOUND, OWNER_ONLY, BIDS_CLOSED, GROUP_FROZEN, STALE_STATE, PAYOUT_ACCOUNT_MISSING */
export const submitBid = ({ viewer, input, now }: Call<typeof endpoint>) =>
  transaction(async (tx) => {
    const { bid, need } = await holdOwnBid(viewer, input.bidId, tx)
    allow(mayChangeBid(viewer, need, now))
    await groups.assertNotFrozen(need.groupId, tx)
    if (bid.version !== input.version || !canMove(bidProcess, bid.state, 'submit', 'freelancer')) throw new DomainError('STALE_STATE')
    const payout = await organisations.payoutOf(bid.freelancerId, tx)
    if (payout?.status !== 'active') throw new DomainError('PAYOUT_ACCOUNT_MISSING')
    const submitted = await bidStore.change(bid, { state: 'submitted', submittedAt: now }, tx)
    await keepVersion({ bid: submitted, need, because: 'submission', at: now }, tx)
    await pledges.noteProgress(need, tx, 1)
    tx.emit(bidSubmitted(submitted))
    return submitted
  })
