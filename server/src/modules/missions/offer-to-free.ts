import { missionStore } from './mission.store.ts'
import { offerToNext } from './offer-share.ts'

/** Somebody has come onto the waiting list of a need: every share of its mission that looks for a taker is proposed anew. */
export const offerToFree = async (needId: string, now: Date): Promise<void> => {
  const mission = await missionStore.ofNeed(needId)
  if (!mission) return
  for (const share of await missionStore.shares([mission._id])) if (share.waterfallStep ?? share.notice) await offerToNext(share._id, now)
}
