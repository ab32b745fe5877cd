import type { nameDelegates as endpoint } from '@mutuo/shared/missions/mission.endpoints.ts'
import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import { allow } from '../../platform/access/decision.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { groups } from '../groups/index.ts'
import { findMission } from './find-mission.ts'
import { delegatesNamed } from './mission.events.ts'
import { mayNameDelegates } from './mission.policy.ts'
import { missionStore } from './mission.store.ts'

/**
 * Who accepts common lots for all, from the next delivery on: what is delivered keeps its delegates, so that none is replaced for its answer.
 * @throws NOT_FOUND, NO_DELEGATES, LEADER_ONLY, OWNER_ONLY, MISSION_NOT_ACTIVE, GROUP_FROZEN, STALE_STATE, NOT_A_PARTY
 */
export const nameDelegates = ({ viewer, input, now }: Call<typeof endpoint>) =>
  transaction(async (tx) => {
    const mission = await findMission(viewer, input.missionId, tx)
    allow(mayNameDelegates(viewer, mission))
    await groups.assertNotFrozen(mission.groupId, tx)
    if (mission.version !== input.version) throw new DomainError('STALE_STATE')
    const delegateIds = [...new Set(input.firmIds)]
    if (!delegateIds.every((firmId) => mission.firmIds.includes(firmId))) throw new DomainError('NOT_A_PARTY')
    const history = [...mission.history, { at: now, event: 'mission.delegates_named', by: '' }]
    const changed = await missionStore.change(mission, { delegateIds, history }, tx)
    tx.emit(delegatesNamed(changed))
    return changed
  })
