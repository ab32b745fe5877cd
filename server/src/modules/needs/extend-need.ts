import type { extendNeed as endpoint } from '@mutuo/shared/needs/need.endpoints.ts'
import { checkExtension } from '@mutuo/shared/needs/need.rules.ts'
import { allow } from '../../platform/access/decision.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { groups } from '../groups/index.ts'
import { findNeed } from './find-need.ts'
import { needExtended } from './need.events.ts'
import { mayLead } from './need.policy.ts'
import { needStore } from './need.store.ts'

/** Puts the deadlines off: every pledge stays. @throws NOT_FOUND, LEADER_ONLY, OWNER_ONLY, GROUP_FROZEN, STALE_STATE, DEADLINE_PAST, DEADLINE_NOT_LATER, DEADLINES_OUT_OF_ORDER */
export const extendNeed = ({ viewer, input, now }: Call<typeof endpoint>) =>
  transaction(async (tx) => {
    const need = await findNeed(viewer, input.needId, tx)
    allow(mayLead(viewer, need))
    await groups.assertNotFrozen(need.groupId, tx)
    const extended = {
      gatheringClosesAt: new Date(input.gatheringClosesAt),
      bidsCloseAt: new Date(input.bidsCloseAt),
      voteClosesAt: new Date(input.voteClosesAt),
    }
    checkExtension(need, extended, now)
    const line = { at: now, event: 'need.extended', by: viewer.organisationId ?? '' }
    const later = await needStore.change(need, { content: { ...need.content, ...extended } }, line, tx)
    tx.emit(needExtended(later))
    return later
  })
