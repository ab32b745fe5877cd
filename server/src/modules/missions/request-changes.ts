import type { requestChanges as endpoint } from '@mutuo/shared/missions/mission.endpoints.ts'
import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import { organisationOf } from '../../platform/access/acting-for.ts'
import { allow } from '../../platform/access/decision.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { groups } from '../groups/index.ts'
import { findMilestone } from './find-mission.ts'
import { changesRequested } from './mission.events.ts'
import { mayAnswer } from './mission.policy.ts'
import { missionStore } from './mission.store.ts'

/** A firm asks for corrections, as a list: the delay of tacit acceptance stops until the next delivery. @throws NOT_FOUND, NOT_YOUR_LOT, MILESTONE_NOT_DELIVERED, STALE_STATE */
export const requestChanges = ({ viewer, input, now }: Call<typeof endpoint>) =>
  transaction(async (tx) => {
    const { mission, milestone } = await findMilestone(viewer, input, tx)
    allow(mayAnswer(viewer, mission, milestone))
    await groups.assertNotFrozen(mission.groupId, tx)
    if (milestone.state !== 'delivered') throw new DomainError('MILESTONE_NOT_DELIVERED')
    if (milestone.version !== input.version) throw new DomainError('STALE_STATE')
    const firmId = organisationOf(viewer)
    const changed = await missionStore.changeMilestone(
      milestone,
      {
        state: 'changes_requested',
        remindAt: null,
        changesRequested: [...milestone.changesRequested, { firmId, at: now, items: input.items }],
      },
      tx,
    )
    tx.emit(changesRequested(mission, changed, firmId))
    return mission
  })
