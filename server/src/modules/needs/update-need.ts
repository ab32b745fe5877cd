import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import type { updateNeed as endpoint } from '@mutuo/shared/needs/need.endpoints.ts'
import { checkExpectedMilestones } from '@mutuo/shared/needs/blueprint.rules.ts'
import { checkPlan } from '@mutuo/shared/needs/need.rules.ts'
import { communeOf } from '../../data/communes.ts'
import { allow } from '../../platform/access/decision.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { groups } from '../groups/index.ts'
import { findNeed } from './find-need.ts'
import { needEdited } from './need.events.ts'
import { mayEdit } from './need.policy.ts'
import { needStore } from './need.store.ts'

/**
 * Changes a draft. What is published stays as it was pledged for; only its deadlines may be put off.
 * @throws NOT_FOUND, LEADER_ONLY, STALE_STATE, GROUP_FROZEN, DEADLINE_PAST, DEADLINES_OUT_OF_ORDER, TARGET_BELOW_MINIMUM, LOTS_MISSING, MINIMUM_SHARE_TOO_HIGH,
 * MILESTONE_WITHOUT_LOT, COMMUNE_UNKNOWN
 */
export const updateNeed = ({ viewer, input, now }: Call<typeof endpoint>) =>
  transaction(async (tx) => {
    const { needId, version, gatheringClosesAt, bidsCloseAt, voteClosesAt, ...given } = input
    const need = await findNeed(viewer, needId, tx)
    allow(mayEdit(viewer, need))
    await groups.assertNotFrozen(need.groupId, tx)
    if (need.state !== 'draft' || need.version !== version) throw new DomainError('STALE_STATE')
    const content = {
      ...need.content,
      ...(Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Partial<typeof need.content>),
      ...(gatheringClosesAt && { gatheringClosesAt: new Date(gatheringClosesAt) }),
      ...(bidsCloseAt && { bidsCloseAt: new Date(bidsCloseAt) }),
      ...(voteClosesAt && { voteClosesAt: new Date(voteClosesAt) }),
    }
    checkPlan(content, now)
    checkExpectedMilestones(content)
    if (!communeOf(content.communeCode)) throw new DomainError('COMMUNE_UNKNOWN')
    const edited = await needStore.change(need, { content, firmsMissing: content.minFirms }, null, tx)
    tx.emit(needEdited(edited))
    return edited
  })
