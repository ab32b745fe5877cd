import { decideTacitAcceptance } from '@mutuo/shared/missions/mission.rules.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { groups } from '../groups/index.ts'
import { missionStore } from './mission.store.ts'
import { applyAcceptance } from './release-cells.ts'

/** The charter's delay has passed without a word: silence counts as acceptance, unless the group is frozen. */
export const acceptTacitly = ({ missionId, milestoneId, now }: { missionId: string; milestoneId: string; now: Date }) =>
  transaction(async (tx) => {
    const mission = await missionStore.find(missionId, tx)
    const milestone = await missionStore.milestone(missionId, milestoneId, tx)
    const isDue = milestone?.state === 'delivered' && milestone.delivery !== null && milestone.delivery.tacitAt <= now
    if (!mission || mission.state !== 'active' || !milestone || !isDue) return
    if (await groups.isFrozen(mission.groupId, tx)) return
    await applyAcceptance(mission, milestone, decideTacitAcceptance(milestone), { now, isTacit: true }, tx)
  })
