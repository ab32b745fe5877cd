import { windowFrom } from '@mutuo/shared/reviews/review.rules.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { missions } from '../missions/index.ts'
import { reviewsOpened } from './review.events.ts'
import { reviewWindowStore } from './review-window.store.ts'

/** A mission is complete: from then on, for fourteen days, its parties may say what it was like. Once. */
export const openWindow = async (missionId: string): Promise<void> => {
  const mission = await missions.find(missionId)
  if (mission?.state !== 'completed' || !mission.endedAt) return
  const { groupId, associationId, leaderId, freelancerId, firmIds, endedAt } = mission
  const parties = { groupId, associationId, leaderId, freelancerId, firmIds }
  await transaction(async (tx) => {
    if (await reviewWindowStore.find(missionId, tx)) return
    const window = { _id: missionId, ...parties, state: 'open' as const, version: 1, ...windowFrom(endedAt), writtenBy: [] }
    await reviewWindowStore.insert(window, tx)
    tx.emit(reviewsOpened(window))
  })
}
