import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import type { Viewer } from '../../platform/access/viewer.ts'
import type { Transaction } from '../../platform/mongo/transaction.ts'
import type { MilestoneRecord } from './milestone.model.ts'
import type { MissionRecord } from './mission.model.ts'
import { maySeeMission } from './mission.policy.ts'
import { missionStore } from './mission.store.ts'

/** The mission, as far as the viewer may know that it exists. @throws NOT_FOUND */
export const findMission = async (viewer: Viewer, missionId: string, tx?: Transaction): Promise<MissionRecord> => {
  const mission = await missionStore.find(missionId, tx)
  if (!mission || !maySeeMission(viewer, mission)) throw new DomainError('NOT_FOUND')
  return mission
}

/** @throws NOT_FOUND */
export const findMilestone = async (
  viewer: Viewer,
  ids: { missionId: string; milestoneId: string },
  tx: Transaction,
): Promise<{ mission: MissionRecord; milestone: MilestoneRecord }> => {
  const mission = await findMission(viewer, ids.missionId, tx)
  const milestone = await missionStore.milestone(ids.missionId, ids.milestoneId, tx)
  if (!milestone) throw new DomainError('NOT_FOUND')
  return { mission, milestone }
}
