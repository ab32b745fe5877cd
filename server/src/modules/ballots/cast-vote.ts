import type { castVote as endpoint } from '@mutuo/shared/ballots/ballot.endpoints.ts'
import { organisationOf } from '../../platform/access/acting-for.ts'
import { allow } from '../../platform/access/decision.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { mayVote } from './ballot.policy.ts'
import { getVisibleBallot } from './ballot.view.ts'
import { takeVote } from './take-vote.ts'

/** A firm says what it thinks of each bid; until the closing its last word counts. @throws NOT_FOUND, NOT_A_VOTER, PROXY_GIVEN, BALLOT_CLOSED, CHOICES_INCOMPLETE */
export const castVote = ({ viewer, input: { ballotId, ...paper }, now }: Call<typeof endpoint>) =>
  transaction(async (tx) => {
    const ballot = await getVisibleBallot(viewer, ballotId, tx)
    allow(mayVote(viewer, ballot, now))
    const hand = viewer.role === 'owner' ? 'owner' : 'colleague'
    return takeVote(ballot, { firmId: organisationOf(viewer), paper, hand, userId: viewer.userId, now }, tx)
  })
