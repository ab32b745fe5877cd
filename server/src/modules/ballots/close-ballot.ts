import type { closeBallot as endpoint } from '@mutuo/shared/ballots/ballot.endpoints.ts'
import { allow } from '../../platform/access/decision.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { groups } from '../groups/index.ts'
import { mayClose } from './ballot.policy.ts'
import { ballotStore } from './ballot.store.ts'
import { getVisibleBallot } from './ballot.view.ts'
import { settleBallot } from './settle-ballot.ts'

/** Everybody has voted: no need to wait for the deadline. @throws NOT_FOUND, LEADER_ONLY, VOTES_MISSING, CONFLICT_UNRULED, STALE_STATE */
export const closeBallot = ({ viewer, input, now }: Call<typeof endpoint>) =>
  transaction(async (tx) => {
    const ballot = await getVisibleBallot(viewer, input.ballotId, tx)
    const group = await groups.get(ballot.groupId, tx)
    allow(mayClose(viewer, ballot, group.associationId, now))
    await groups.assertNotFrozen(ballot.groupId, tx)
    return settleBallot(ballot, now, tx)
  })

/** The deadline has passed; the system closes. A ballot that somebody else closed meanwhile is left alone. */
export const closeDueBallot = (ballotId: string, now: Date) =>
  transaction(async (tx) => {
    const ballot = await ballotStore.find(ballotId, tx)
    if (!ballot || ballot.state !== 'open' || ballot.closesAt > now) return
    await settleBallot(ballot, now, tx)
  })
