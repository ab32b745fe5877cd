import type { deliverMilestone as endpoint } from '@mutuo/shared/missions/mission.endpoints.ts'
import { milestoneProcess } from '@mutuo/shared/missions/mission.process.ts'
import { awaitedFirms, nextReminderAt } from '@mutuo/shared/missions/mission.rules.ts'
import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import { canMove } from '@mutuo/shared/process/process.ts'
import { allow } from '../../platform/access/decision.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { acceptanceRuleOf } from './acceptance.rules.ts'
import { contractStore } from './contract.store.ts'
import { findMilestone } from './find-mission.ts'
import { milestoneDelivered } from './mission.events.ts'
import type { MilestoneRecord } from './milestone.model.ts'
import { mayDeliver } from './mission.policy.ts'
import { missionStore } from './mission.store.ts'

const dayMs = 24 * 3600 * 1000

/** The freelancer hands a milestone over; from now the charter's delay of tacit acceptance runs. @throws NOT_FOUND, NOT_THE_FREELANCER, CONTRACT_NOT_ACCEPTED, MISSION_NOT_ACTIVE, STALE_STATE */
export const deliverMilestone = ({ viewer, input, now }: Call<typeof endpoint>) =>
  transaction(async (tx) => {
    const { mission, milestone } = await findMilestone(viewer, input, tx)
    const acceptances = await contractStore.acceptancesOf(mission._id, tx)
    const hasAcceptedContract = acceptances.some(({ organisationId }) => organisationId === mission.freelancerId)
    allow(mayDeliver(viewer, mission, hasAcceptedContract))
    if (milestone.version !== input.version || !canMove(milestoneProcess, milestone.state, 'deliver', 'freelancer'))
      throw new DomainError('STALE_STATE')
    const tacitAt = new Date(now.getTime() + mission.rules.tacitAcceptanceDays * dayMs)
    const delivered = await missionStore.changeMilestone(
      milestone,
      {
        state: 'delivered',
        acceptedBy: settledFirms(milestone),
        delivery: { deliveredAt: now, note: input.note, links: input.links, tacitAt, delegateIds: mission.delegateIds },
        remindAt: nextReminderAt({ deliveredAt: now, tacitAt }, now),
      },
      tx,
    )
    tx.emit(milestoneDelivered(mission, delivered, awaitedFirms(delivered, acceptanceRuleOf(mission, delivered))))
    return mission
  })

/** Firms whose own lot is already accepted have said their word; of a common lot the new delivery asks everybody again. */
const settledFirms = (milestone: MilestoneRecord) =>
  milestone.cells.filter((cell) => ['accepted', 'transferred'].includes(cell.state)).map((cell) => cell.firmId)
