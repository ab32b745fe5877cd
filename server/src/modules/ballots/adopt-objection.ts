import type { adoptObjection as endpoint } from '@mutuo/shared/ballots/objection.endpoints.ts'
import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import { allow } from '../../platform/access/decision.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { groups } from '../groups/index.ts'
import { objectionSettled } from './ballot.events.ts'
import { mayAdopt } from './ballot.policy.ts'
import { ballotStore } from './ballot.store.ts'
import { getVisibleBallot } from './ballot.view.ts'
import { findObjection, settleObjection } from './find-objection.ts'

/** In consent: what the objection asks for has been changed, and the leader says how; who still objects may say so again. @throws NOT_FOUND, LEADER_ONLY, NOT_CONSENT, STALE_STATE */
export const adoptObjection = ({ viewer, input, now }: Call<typeof endpoint>) =>
  transaction(async (tx) => {
    const ballot = await getVisibleBallot(viewer, input.ballotId, tx)
    allow(mayAdopt(viewer, ballot))
    await groups.assertNotFrozen(ballot.groupId, tx)
    const objection = findObjection(ballot, input.objectionId)
    if (objection.kind !== 'consent') throw new DomainError('NOT_CONSENT')
    const { settled, objections } = settleObjection(ballot, objection, { move: 'adopt', actor: 'leader', text: input.change, at: now })
    const changed = await ballotStore.change(ballot, { objections }, tx)
    tx.emit(objectionSettled(changed, settled))
    return changed
  })
