import type { closeBids as endpoint } from '@mutuo/shared/needs/need.endpoints.ts'
import { allow } from '../../platform/access/decision.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { groups } from '../groups/index.ts'
import { findNeed } from './find-need.ts'
import { moveNeed } from './move-need.ts'
import { actorOf, mayCloseBids } from './need.policy.ts'

/** Ends the bidding before its deadline: bids open, and the group may ask for other terms. @throws NOT_FOUND, LEADER_ONLY, OWNER_ONLY, NO_BID_YET, NO_NEGOTIATION, GROUP_FROZEN, STALE_STATE */
export const closeBids = ({ viewer, input, now }: Call<typeof endpoint>) =>
  transaction(async (tx) => {
    const need = await findNeed(viewer, input.needId, tx)
    allow(mayCloseBids(viewer, need))
    await groups.assertNotFrozen(need.groupId, tx)
    return moveNeed(need, 'closeBids', { actor: actorOf(viewer, need), by: viewer.organisationId ?? '', at: now }, tx)
  })
