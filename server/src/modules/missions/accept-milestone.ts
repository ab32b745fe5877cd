import type { acceptMilestone as endpoint } from '@mutuo/shared/missions/mission.endpoints.ts'
import { decideAcceptance } from '@mutuo/shared/missions/mission.rules.ts'
import { organisationOf } from '../../platform/access/acting-for.ts'
import { allow } from '../../platform/access/decision.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { groups } from '../groups/index.ts'
import { acceptanceRuleOf } from './acceptance.rules.ts'
import { findMilestone } from './find-mission.ts'
import { acceptanceGiven } from './mission.events.ts'
import { mayAnswer } from './mission.policy.ts'
import { applyAcceptance } from './release-cells.ts'

/** A firm accepts what was delivered. @throws NOT_FOUND, NOT_YOUR_LOT, OWNER_ONLY, MISSION_NOT_ACTIVE, MILESTONE_NOT_DELIVERED, ALREADY_ACCEPTED, NOT_A_DELEGATE */
export const acceptMilestone = ({ viewer, input, now }: Call<typeof endpoint>) =>
  transaction(async (tx) => {
    const { mission, milestone } = await findMilestone(viewer, input, tx)
    allow(mayAnswer(viewer, mission, milestone))
    await groups.assertNotFrozen(mission.groupId, tx)
    const firmId = organisationOf(viewer)
    const acceptance = decideAcceptance(milestone, acceptanceRuleOf(mission, milestone), firmId)
    const changed = await applyAcceptance(mission, milestone, acceptance, { now, isTacit: false }, tx)
    tx.emit(acceptanceGiven(mission, changed, firmId))
    return mission
  })
