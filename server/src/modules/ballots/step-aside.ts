import type { stepAside as endpoint } from '@mutuo/shared/ballots/ballot.endpoints.ts'
import { organisationOf } from '../../platform/access/acting-for.ts'
import { allow } from '../../platform/access/decision.ts'
import { audit } from '../../platform/audit/audit.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { groups } from '../groups/index.ts'
import { mayStepAside } from './ballot.policy.ts'
import { getVisibleBallot } from './ballot.view.ts'
import { leaveBallot } from './leave-ballot.ts'

/** A firm that is concerned itself leaves the vote and says why; it stays at the table. @throws NOT_FOUND, NOT_A_VOTER, BALLOT_CLOSED, LAST_VOTERS */
export const stepAside = ({ viewer, input, now, ip }: Call<typeof endpoint>) =>
  transaction(async (tx) => {
    const ballot = await getVisibleBallot(viewer, input.ballotId, tx)
    allow(mayStepAside(viewer, ballot, now))
    await groups.assertNotFrozen(ballot.groupId, tx)
    const firmId = organisationOf(viewer)
    const changed = await leaveBallot(ballot, { firmId, why: 'concerned', reason: input.reason, at: now }, tx)
    const after = { firmId, reason: input.reason }
    await audit({ actor: { userId: viewer.userId }, action: 'ballot.step_aside', object: `ballot:${ballot._id}`, after, ip }, tx)
    return changed
  })
