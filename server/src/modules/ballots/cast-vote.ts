import type { castVote as endpoint } from '@mutuo/shared/ballots/ballot.endpoints.ts'
import { checkVote } from '@mutuo/shared/ballots/ballot.rules.ts'
import { v7 as newId } from 'uuid'
import { organisationOf } from '../../platform/access/acting-for.ts'
import { allow } from '../../platform/access/decision.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { groups } from '../groups/index.ts'
import { voteCast } from './ballot.events.ts'
import { mayVote } from './ballot.policy.ts'
import { ballotStore } from './ballot.store.ts'
import { getVisibleBallot } from './ballot.view.ts'

/** A firm says what it thinks of each bid; until the closing its last word counts. @throws NOT_FOUND, NOT_A_VOTER, BALLOT_CLOSED, CHOICES_INCOMPLETE */
export const castVote = ({ viewer, input, now }: Call<typeof endpoint>) =>
  transaction(async (tx) => {
    const ballot = await getVisibleBallot(viewer, input.ballotId, tx)
    allow(mayVote(viewer, ballot, now))
    await groups.assertNotFrozen(ballot.groupId, tx)
    checkVote({ ...ballot, method: ballot.rules.method, bidIds: ballot.bids.map((bid) => bid.bidId) }, input, now)
    const firmId = organisationOf(viewer)
    const former = await ballotStore.voteOf(ballot, firmId, tx)
    const said = { abstains: input.abstains, choices: input.abstains ? [] : input.choices, reason: input.reason ?? null }
    const vote = {
      _id: former?._id ?? newId(),
      ballotId: ballot._id,
      groupId: ballot.groupId,
      firmId,
      userId: viewer.userId,
      ...said,
      castAt: now,
      changedAt: former ? [...former.changedAt, now] : [],
    }
    const touched = await ballotStore.putVote(ballot, vote, former, tx)
    tx.emit(voteCast(touched, firmId))
    return touched
  })
