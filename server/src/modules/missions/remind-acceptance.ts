import { nextReminderAt } from '@mutuo/shared/missions/mission.rules.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { acceptanceReminded } from './mission.events.ts'
import { missionStore } from './mission.store.ts'

/** Those whose silence will soon count as acceptance are told so. Once for each of its days. */
export const remindAcceptance = ({ missionId, milestoneId, now }: { missionId: string; milestoneId: string; now: Date }) =>
  transaction(async (tx) => {
    const mission = await missionStore.find(missionId, tx)
    const milestone = await missionStore.milestone(missionId, milestoneId, tx)
    if (!mission || !milestone?.remindAt || milestone.remindAt > now) return
    const tacitAt = milestone.delivery?.tacitAt
    const isAwaited = mission.state === 'active' && milestone.state === 'delivered' && tacitAt !== undefined
    await missionStore.changeMilestone(milestone, { remindAt: isAwaited ? nextReminderAt(tacitAt, now) : null }, tx)
    if (!isAwaited || tacitAt <= now) return
    const silent = milestone.cells.filter((cell) => cell.state === 'retained' && !milestone.acceptedBy.includes(cell.firmId))
    tx.emit(
      acceptanceReminded(
        mission,
        milestone,
        silent.map((cell) => cell.firmId),
      ),
    )
  })
