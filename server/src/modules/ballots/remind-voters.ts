import type { remindVoters as endpoint } from '@mutuo/shared/ballots/ballot.endpoints.ts'
import { allow } from '../../platform/access/decision.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { groups } from '../groups/index.ts'
import { votersReminded } from './ballot.events.ts'
import { mayRemind } from './ballot.policy.ts'
import { ballotStore } from './ballot.store.ts'
import { getVisibleBallot } from './ballot.view.ts'

/** Tells those who have not voted, once a day at most. @throws NOT_FOUND, NOT_A_VOTER, BALLOT_CLOSED, ALREADY_REMINDED */
export const remindVoters = ({ viewer, input, now }: Call<typeof endpoint>) =>
  transaction(async (tx) => {
    const ballot = await getVisibleBallot(viewer, input.ballotId, tx)
    const group = await groups.get(ballot.groupId, tx)
    allow(mayRemind(viewer, ballot, group.associationId, now))
    const votes = await ballotStore.votes(ballot, tx)
    const voted = new Set(votes.map((vote) => vote.firmId))
    const reminded = await ballotStore.change(ballot, { remindedAt: now }, tx)
    tx.emit(
      votersReminded(
        reminded,
        ballot.electors.map((elector) => elector.firmId).filter((firmId) => !voted.has(firmId)),
      ),
    )
    return { done: true as const }
  })
