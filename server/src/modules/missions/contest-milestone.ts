import type { contestMilestone as endpoint } from '@mutuo/shared/missions/mission.endpoints.ts'
import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import { isRuleMet } from '@mutuo/shared/missions/mission.rules.ts'
import { organisationOf } from '../../platform/access/acting-for.ts'
import { allow } from '../../platform/access/decision.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { groups } from '../groups/index.ts'
import { findMilestone } from './find-mission.ts'
import { milestoneContested } from './mission.events.ts'
import { mayAnswer } from './mission.policy.ts'
import { missionStore } from './mission.store.ts'
import { applyAcceptance } from './release-cells.ts'

/**
 * A firm contests: its own part is held back, and nobody else's. Where the others have already agreed among themselves, their parts go at once.
 * @throws NOT_FOUND, NOT_YOUR_LOT, MILESTONE_NOT_DELIVERED, ALREADY_ACCEPTED
 */
export const contestMilestone = ({ viewer, input, now }: Call<typeof endpoint>) =>
  transaction(async (tx) => {
    const { mission, milestone } = await findMilestone(viewer, input, tx)
    allow(mayAnswer(viewer, mission, milestone))
    await groups.assertNotFrozen(mission.groupId, tx)
    const firmId = organisationOf(viewer)
    if (milestone.state !== 'delivered') throw new DomainError('MILESTONE_NOT_DELIVERED')
    if (milestone.acceptedBy.includes(firmId)) throw new DomainError('ALREADY_ACCEPTED')
    const cells = milestone.cells.map((cell) =>
      cell.firmId === firmId && cell.state === 'retained' ? { ...cell, state: 'contested' as const, contestedBecause: input.reason } : cell,
    )
    const waiting = cells.filter((cell) => cell.state === 'retained')
    const isNobodyLeft = waiting.length === 0
    const contested = await missionStore.changeMilestone(milestone, { cells, ...(isNobodyLeft && { state: 'contested' as const }) }, tx)
    tx.emit(milestoneContested(mission, contested, firmId))
    const othersAgree =
      milestone.lotKind === 'common' && !isNobodyLeft && isRuleMet(cells, milestone.acceptedBy, mission.rules.commonAcceptance)
    if (othersAgree) {
      const released = { acceptedBy: contested.acceptedBy, releasedFirmIds: waiting.map((cell) => cell.firmId), isMilestoneAccepted: true }
      await applyAcceptance(mission, contested, released, { now, isTacit: false }, tx)
    }
    return mission
  })
