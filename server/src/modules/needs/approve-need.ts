import { checkAhead } from '@mutuo/shared/needs/need.rules.ts'
import type { approveNeed as endpoint } from '@mutuo/shared/needs/need.endpoints.ts'
import { allow } from '../../platform/access/decision.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { groups } from '../groups/index.ts'
import { findNeed } from './find-need.ts'
import { moveNeed } from './move-need.ts'
import { mayApprove } from './need.policy.ts'

/** The association lets the group see what one of its firms has prepared. @throws NOT_FOUND, ASSOCIATION_ONLY, GROUP_FROZEN, DEADLINE_PAST, STALE_STATE */
export const approveNeed = ({ viewer, input, now }: Call<typeof endpoint>) =>
  transaction(async (tx) => {
    const need = await findNeed(viewer, input.needId, tx)
    allow(mayApprove(viewer, need))
    await groups.assertNotFrozen(need.groupId, tx)
    checkAhead(need.content, now)
    return moveNeed(need, 'approve', { actor: 'association', by: need.associationId, at: now }, tx)
  })
