import { latestObjection } from '@mutuo/shared/ballots/objection.rules.ts'
import type { raiseConflict as endpoint } from '@mutuo/shared/ballots/objection.endpoints.ts'
import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import { organisationOf } from '../../platform/access/acting-for.ts'
import { allow } from '../../platform/access/decision.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { groups } from '../groups/index.ts'
import { objectionRaised } from './ballot.events.ts'
import type { ObjectionRecord } from './ballot.model.ts'
import { mayObject } from './ballot.policy.ts'
import { ballotStore } from './ballot.store.ts'
import { getVisibleBallot } from './ballot.view.ts'
import { bidsAtVote } from './decide-outcome.ts'

/** "Works for my direct rival": said openly and in writing before the closing, once for a bid. @throws NOT_FOUND, NOT_A_VOTER, BALLOT_CLOSED, BID_NOT_AT_VOTE, CONFLICT_RAISED */
export const raiseConflict = ({ viewer, input, now }: Call<typeof endpoint>) =>
  transaction(async (tx) => {
    const ballot = await getVisibleBallot(viewer, input.ballotId, tx)
    allow(mayObject(viewer, ballot, now))
    await groups.assertNotFrozen(ballot.groupId, tx)
    const { id, bidId, reason } = input
    const firmId = organisationOf(viewer)
    if (!bidsAtVote(ballot).includes(bidId)) throw new DomainError('BID_NOT_AT_VOTE')
    const former = latestObjection(ballot.objections, { kind: 'conflict', firmId, bidId })
    if (former && former.state !== 'lifted') throw new DomainError('CONFLICT_RAISED')
    const objection: ObjectionRecord = {
      _id: id,
      kind: 'conflict',
      bidId,
      firmId,
      state: 'raised',
      reason,
      raisedAt: now,
      reply: null,
      settled: null,
    }
    const changed = await ballotStore.change(ballot, { objections: [...ballot.objections, objection] }, tx)
    tx.emit(objectionRaised(changed, objection))
    return changed
  })
