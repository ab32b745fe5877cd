import type { ruleOnObjection as endpoint } from '@mutuo/shared/ballots/objection.endpoints.ts'
import { unruledConflicts } from '@mutuo/shared/ballots/objection.rules.ts'
import { allow } from '../../platform/access/decision.ts'
import { audit } from '../../platform/audit/audit.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { transaction, type Transaction } from '../../platform/mongo/transaction.ts'
import { groups } from '../groups/index.ts'
import { objectionSettled } from './ballot.events.ts'
import type { BallotRecord } from './ballot.model.ts'
import { mayDecide } from './ballot.policy.ts'
import { ballotStore } from './ballot.store.ts'
import { getVisibleBallot } from './ballot.view.ts'
import { findObjection, settleObjection } from './find-objection.ts'
import { settleBallot } from './settle-ballot.ts'

/** The association has heard both and writes its decision: upheld, the bid leaves the vote; dismissed, it stays. @throws NOT_FOUND, ASSOCIATION_ONLY, STALE_STATE */
export const ruleOnObjection = ({ viewer, input, now, ip }: Call<typeof endpoint>) =>
  transaction(async (tx) => {
    const ballot = await getVisibleBallot(viewer, input.ballotId, tx)
    const { associationId } = await groups.get(ballot.groupId, tx)
    allow(mayDecide(viewer, associationId))
    await groups.assertNotFrozen(ballot.groupId, tx)
    const { ruling, reason } = input
    const objection = findObjection(ballot, input.objectionId)
    const move = ruling === 'upheld' ? 'uphold' : 'dismiss'
    const { settled, objections } = settleObjection(ballot, objection, { move, actor: 'association', text: reason, at: now })
    const bids = ballot.bids.map((bid) => (ruling === 'upheld' && bid.bidId === objection.bidId ? { ...bid, isOut: true } : bid))
    const changed = await ballotStore.change(ballot, { objections, bids }, tx)
    const after = { ballotId: ballot._id, ruling, reason }
    await audit({ actor: { userId: viewer.userId }, action: 'objection.rule', object: `objection:${objection._id}`, after, ip }, tx)
    tx.emit(objectionSettled(changed, settled))
    return goOnIfRuled(changed, now, tx)
  })

/** A closing that waited for this goes on once nothing is left to rule on. */
export const goOnIfRuled = (ballot: BallotRecord, now: Date, tx: Transaction): Promise<BallotRecord> | BallotRecord =>
  ballot.state === 'held' && unruledConflicts(ballot.objections).length === 0 ? settleBallot(ballot, now, tx) : ballot
