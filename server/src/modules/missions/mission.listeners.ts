import { onEvent } from '../../platform/events/on-event.ts'
import { publishChange } from '../../platform/realtime/publish-change.ts'
import { groups } from '../groups/index.ts'
import { provideWork } from '../needs/index.ts'
import { awardMission } from './award-mission.ts'
import { listenForDropOuts } from './drop-out.listeners.ts'
import { expireOutdated } from './expire-amendment.ts'
import type { MissionEventData } from './mission.events.ts'
import { maySeeMission } from './mission.policy.ts'
import { missionStore } from './mission.store.ts'

const changes = [
  'mission.awarded',
  'mission.started',
  'mission.completed',
  'mission.cancelled',
  'mission.delegates_named',
  'share.charging',
  'share.processing',
  'share.unknown',
  'share.requires_action',
  'share.dunning',
  'share.paid',
  'share.failed',
  'share.refunded',
  'share.part_refunded',
  'milestone.delivered',
  'milestone.acceptance_given',
  'milestone.accepted',
  'milestone.changes_requested',
  'milestone.contested',
  'milestone.released',
  'cells.accepted',
  'contract.accepted',
  'amendment.proposed',
  'amendment.answered',
  'amendment.collecting',
  'amendment.applied',
  'amendment.refused',
  'amendment.withdrawn',
  'amendment.expired',
  'share.handed_over',
  'share.step_changed',
  'share.notice_given',
  'share.notice_taken_back',
  'share_offer.made',
  'share_offer.accepted',
  'share_offer.taken',
  'share_offer.declined',
  'share_offer.expired',
  'share_offer.withdrawn',
  'share_offer.lapsed',
]

/** After these a milestone may not be what an open amendment was made for. */
const outdating = ['milestone.acceptance_given', 'cells.accepted', 'milestone.contested', 'mission.completed', 'mission.cancelled']

export const listenForMissions = () => {
  provideWork({
    ofMission: async (missionId, viewer) => {
      const mission = await missionStore.find(missionId)
      return { firmIds: mission?.firmIds ?? [], isSeen: mission !== null && viewer !== null && maySeeMission(viewer, mission) }
    },
    firmIdsOf: async (missionIds) =>
      new Map(missionIds.length === 0 ? [] : (await missionStore.many([...missionIds])).map(({ _id, firmIds }) => [_id, firmIds])),
  })
  groups.provideCommitments('missions', missionStore.isBound)
  onEvent<{ needId: string; ballotId: string; verdict: string; chosenBidId: string | null }>(
    'ballot.closed',
    'missions.award',
    async ({ needId, ballotId, verdict, chosenBidId }, event) => {
      if (verdict === 'chosen' && chosenBidId) await awardMission({ needId, ballotId, bidId: chosenBidId, now: event.at })
    },
  )
  listenForDropOuts()
  for (const name of outdating) {
    onEvent<MissionEventData>(name, 'missions.expire-amendment', ({ missionId }, event) => expireOutdated(missionId, event.at))
  }
  for (const name of changes) {
    onEvent<MissionEventData>(name, 'missions.tell-screens', async ({ missionId, needId }) => {
      publishChange(`mission:${missionId}`, { entity: 'mission', id: missionId })
      publishChange(`need:${needId}`, { entity: 'mission', id: missionId })
    })
  }
}
