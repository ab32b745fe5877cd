import type { giveCastingVote as endpoint } from '@mutuo/shared/ballots/ballot.endpoints.ts'
import { checkCastingVote } from '@mutuo/shared/ballots/tally.ts'
import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import { allow } from '../../platform/access/decision.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { groups } from '../groups/index.ts'
import { ballotClosed } from './ballot.events.ts'
import { mayDecide } from './ballot.policy.ts'
import { ballotStore } from './ballot.store.ts'
import { getVisibleBallot } from './ballot.view.ts'
import { withCastingVote } from './decide-outcome.ts'

/** On a tie the association decides, in writing. @throws NOT_FOUND, ASSOCIATION_ONLY, NOT_TIED, NOT_AMONG_TIED, STALE_STATE */
export const giveCastingVote = ({ viewer, input, now }: Call<typeof endpoint>) =>
  transaction(async (tx) => {
    const ballot = await getVisibleBallot(viewer, input.ballotId, tx)
    const group = await groups.get(ballot.groupId, tx)
    allow(mayDecide(viewer, group.associationId))
    await groups.assertNotFrozen(ballot.groupId, tx)
    if (ballot.state !== 'tied' || !ballot.outcome) throw new DomainError('NOT_TIED')
    checkCastingVote(ballot.tiedBidIds, input.bidId)
    const outcome = withCastingVote(ballot.outcome, input.bidId, input.reason, now)
    const closed = await ballotStore.change(ballot, { state: 'closed', outcome }, tx)
    tx.emit(ballotClosed(closed))
    return closed
  })
