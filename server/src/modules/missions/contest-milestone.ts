import type { contestMilestone as endpoint } from '@mutuo/shared/missions/mission.endpoints.ts'
import { decideContestation } from '@mutuo/shared/missions/mission.rules.ts'
import { organisationOf } from '../../platform/access/acting-for.ts'
import { allow } from '../../platform/access/decision.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { groups } from '../groups/index.ts'
import { acceptanceRuleOf } from './acceptance.rules.ts'
import { findMilestone } from './find-mission.ts'
import { milestoneContested } from './mission.events.ts'
import { mayAnswer } from './mission.policy.ts'
import { missionStore } from './mission.store.ts'
import { applyAcceptance } from './release-cells.ts'

/**
 * A firm contests: its own part is held back, and nobody else's. Where the others have already agreed among themselves, their parts go at once.
 * @throws NOT_FOUND, NOT_YOUR_LOT, OWNER_ONLY, MISSION_NOT_ACTIVE, MILESTONE_NOT_DELIVERED, ALREADY_ACCEPTED, STALE_STATE
 */
export const contestMilestone = ({ viewer, input, now }: Call<typeof endpoint>) =>
  transaction(async (tx) => {
    const { mission, milestone } = await findMilestone(viewer, input, tx)
    allow(mayAnswer(viewer, mission, milestone))
    await groups.assertNotFrozen(mission.groupId, tx)
    const firmId = organisationOf(viewer)
    const { isWhollyContested, releasedFirmIds } = decideContestation(milestone, acceptanceRuleOf(mission, milestone), firmId)
    const cells = milestone.cells.map((cell) =>
      cell.firmId === firmId ? { ...cell, state: 'contested' as const, contestedBecause: input.reason } : cell,
    )
    const contested = await missionStore.changeMilestone(
      milestone,
      { cells, ...(isWhollyContested && { state: 'contested' as const }) },
      tx,
    )
    tx.emit(milestoneContested(mission, contested, firmId))
    if (releasedFirmIds.length > 0) {
      const released = { acceptedBy: contested.acceptedBy, releasedFirmIds, isMilestoneAccepted: true }
      await applyAcceptance(mission, contested, released, { now, isTacit: false }, tx)
    }
    return mission
  })
