import { awaitedFirms, nextReminderAt } from '@mutuo/shared/missions/mission.rules.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { acceptanceRuleOf } from './acceptance.rules.ts'
import { acceptanceReminded } from './mission.events.ts'
import { missionStore } from './mission.store.ts'

/** Those whose word is still needed are told that their silence will soon count. Once for each of its instants, and once where several have passed. */
export const remindAcceptance = ({ missionId, milestoneId, now }: { missionId: string; milestoneId: string; now: Date }) =>
  transaction(async (tx) => {
    const mission = await missionStore.find(missionId, tx)
    const milestone = await missionStore.milestone(missionId, milestoneId, tx)
    if (!mission || !milestone?.remindAt || milestone.remindAt > now) return
    const delivery = mission.state === 'active' && milestone.state === 'delivered' ? milestone.delivery : null
    await missionStore.changeMilestone(milestone, { remindAt: delivery && nextReminderAt(delivery, now) }, tx)
    if (!delivery || delivery.tacitAt <= now) return
    const awaited = awaitedFirms(milestone, acceptanceRuleOf(mission, milestone))
    if (awaited.length > 0) tx.emit(acceptanceReminded(mission, milestone, awaited))
  })
