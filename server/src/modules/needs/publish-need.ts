import { checkAhead } from '@mutuo/shared/needs/need.rules.ts'
import type { publishNeed as endpoint } from '@mutuo/shared/needs/need.endpoints.ts'
import { allow } from '../../platform/access/decision.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { groups } from '../groups/index.ts'
import { findNeed } from './find-need.ts'
import { moveNeed } from './move-need.ts'
import { actorOf, mayPublish } from './need.policy.ts'

/**
 * Shows the draft to the group, or to the association first where the group's rules ask for its approval.
 * @throws NOT_FOUND, LEADER_ONLY, OWNER_ONLY, GROUP_FROZEN, DEADLINE_PAST, STALE_STATE
 */
export const publishNeed = ({ viewer, input, now }: Call<typeof endpoint>) =>
  transaction(async (tx) => {
    const need = await findNeed(viewer, input.needId, tx)
    allow(mayPublish(viewer, need))
    const group = await groups.get(need.groupId, tx)
    await groups.assertNotFrozen(need.groupId, tx)
    checkAhead(need.content, now)
    const waits = group.rules.needsApproval && need.leaderId !== need.associationId
    const how = { actor: actorOf(viewer, need), by: need.leaderId, at: now, set: { sentBackBecause: null } }
    return moveNeed(need, waits ? 'submit' : 'publish', how, tx)
  })
