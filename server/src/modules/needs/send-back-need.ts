import type { sendBackNeed as endpoint } from '@mutuo/shared/needs/need.endpoints.ts'
import { allow } from '../../platform/access/decision.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { groups } from '../groups/index.ts'
import { findNeed } from './find-need.ts'
import { moveNeed } from './move-need.ts'
import { mayApprove } from './need.policy.ts'

/** The association gives a need back to its firm, and says why. @throws NOT_FOUND, ASSOCIATION_ONLY, GROUP_FROZEN, STALE_STATE */
export const sendBackNeed = ({ viewer, input, now }: Call<typeof endpoint>) =>
  transaction(async (tx) => {
    const need = await findNeed(viewer, input.needId, tx)
    allow(mayApprove(viewer, need))
    await groups.assertNotFrozen(need.groupId, tx)
    const { reason } = input
    return moveNeed(
      need,
      'sendBack',
      { actor: 'association', by: need.associationId, at: now, reason, set: { sentBackBecause: reason } },
      tx,
    )
  })
