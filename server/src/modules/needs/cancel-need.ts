import type { cancelNeed as endpoint } from '@mutuo/shared/needs/need.endpoints.ts'
import { allow } from '../../platform/access/decision.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { findNeed } from './find-need.ts'
import { moveNeed } from './move-need.ts'
import { actorOf, mayLead } from './need.policy.ts'

/** Gives up before an award: every pledge is free again and nothing is charged. @throws NOT_FOUND, LEADER_ONLY, OWNER_ONLY, STALE_STATE */
export const cancelNeed = ({ viewer, input, now }: Call<typeof endpoint>) =>
  transaction(async (tx) => {
    const need = await findNeed(viewer, input.needId, tx)
    allow(mayLead(viewer, need))
    return moveNeed(need, 'cancel', { actor: actorOf(viewer, need), by: viewer.organisationId ?? '', at: now, reason: input.reason }, tx)
  })
