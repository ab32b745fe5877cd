import type { openBidding as endpoint } from '@mutuo/shared/needs/need.endpoints.ts'
import { allow } from '../../platform/access/decision.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { groups } from '../groups/index.ts'
import { findNeed } from './find-need.ts'
import { moveNeed } from './move-need.ts'
import { actorOf, mayOpenBidding } from './need.policy.ts'

/** Ends the gathering before its deadline: pledges lock. @throws NOT_FOUND, LEADER_ONLY, OWNER_ONLY, MINIMUM_NOT_REACHED, GROUP_FROZEN, STALE_STATE */
export const openBidding = ({ viewer, input, now }: Call<typeof endpoint>) =>
  transaction(async (tx) => {
    const need = await findNeed(viewer, input.needId, tx)
    allow(mayOpenBidding(viewer, need))
    await groups.assertNotFrozen(need.groupId, tx)
    const actor = actorOf(viewer, need)
    return moveNeed(need, 'openBidding', { actor, by: viewer.organisationId ?? '', at: now }, tx)
  })
