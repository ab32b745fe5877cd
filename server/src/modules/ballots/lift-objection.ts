import type { liftObjection as endpoint } from '@mutuo/shared/ballots/objection.endpoints.ts'
import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import { allow } from '../../platform/access/decision.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { groups } from '../groups/index.ts'
import { objectionSettled } from './ballot.events.ts'
import { mayLift } from './ballot.policy.ts'
import { ballotStore } from './ballot.store.ts'
import { getVisibleBallot } from './ballot.view.ts'
import { findObjection, settleObjection } from './find-objection.ts'
import { goOnIfRuled } from './rule-on-objection.ts'

/** Its author objects no longer. @throws NOT_FOUND, NOT_A_VOTER, OWNER_ONLY, STALE_STATE */
export const liftObjection = ({ viewer, input, now }: Call<typeof endpoint>) =>
  transaction(async (tx) => {
    const ballot = await getVisibleBallot(viewer, input.ballotId, tx)
    allow(mayLift(viewer, ballot))
    await groups.assertNotFrozen(ballot.groupId, tx)
    const objection = findObjection(ballot, input.objectionId)
    if (objection.firmId !== viewer.organisationId) throw new DomainError('NOT_FOUND')
    const { settled, objections } = settleObjection(ballot, objection, { move: 'lift', actor: 'author', text: '', at: now })
    const changed = await ballotStore.change(ballot, { objections }, tx)
    tx.emit(objectionSettled(changed, settled))
    return goOnIfRuled(changed, now, tx)
  })
