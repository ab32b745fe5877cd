import type { MessageCard } from '@mutuo/shared/chat/message.schema.ts'
import type { RoomAudience } from '@mutuo/shared/chat/room.schema.ts'
import { onEvent, type EventEnvelope } from '../../platform/events/on-event.ts'
import { openGroupRoom, openMissionRooms, openNeedRoom } from './open-rooms.ts'
import { postMessage } from './post-message.ts'
import { roomStore } from './room.store.ts'

const groupChanges = ['group.created', 'membership.activated', 'membership.left', 'membership.suspended', 'membership.restored']
const needChanges = ['need.published', 'pledge.made', 'pledge.withdrawn', 'pledge.released', 'pledge.merged', 'share.handed_over']
const needCards = [
  'need.bidding_opened',
  'need.extended',
  'ballot.opened',
  'ballot.second_round',
  'ballot.held',
  'ballot.closed',
  'ballot.tied',
  'mission.awarded',
]
const missionCards = [
  'mission.started',
  'milestone.delivered',
  'milestone.accepted',
  'milestone.changes_requested',
  'milestone.released',
  'mission.completed',
  'mission.cancelled',
]

type About = { groupId?: string; needId?: string; missionId?: string; milestoneId?: string; ballotId?: string }

export const listenForChat = () => {
  for (const name of groupChanges)
    onEvent<{ groupId: string }>(name, 'chat.keep-group-room', ({ groupId }, event) => openGroupRoom(groupId, event.at))
  for (const name of needChanges)
    onEvent<{ needId: string }>(name, 'chat.keep-need-room', ({ needId }, event) => openNeedRoom(needId, event.at))
  for (const name of ['mission.awarded', 'share.handed_over'])
    onEvent<{ missionId: string }>(name, 'chat.open-mission-rooms', ({ missionId }, event) => openMissionRooms(missionId, event.at))

  for (const name of needCards) {
    onEvent<About & { needId: string }>(name, 'chat.tell-need-room', (about, event) =>
      tell({ subjectId: about.needId, audience: 'firms', open: openNeedRoom }, cardOf(about, event), event),
    )
  }
  for (const name of missionCards) {
    onEvent<About & { missionId: string }>(name, 'chat.tell-mission-room', (about, event) =>
      tell({ subjectId: about.missionId, audience: 'firms_and_freelancer', open: openMissionRooms }, cardOf(about, event), event),
    )
  }
  for (const name of ['need.cancelled', 'need.merged'])
    onEvent<{ needId: string }>(name, 'chat.close-need-room', ({ needId }) => roomStore.close({ subjectId: needId }))
}

const cardOf = ({ milestoneId, ballotId, missionId, needId }: About, { name }: EventEnvelope): MessageCard => {
  if (milestoneId) return { kind: 'milestone', id: milestoneId, ...(missionId && { missionId }), event: name }
  if (ballotId && !missionId) return { kind: 'ballot', id: ballotId, event: name }
  return missionId ? { kind: 'mission', id: missionId, missionId, event: name } : { kind: 'need', id: needId ?? '', event: name }
}

type Place = { subjectId: string; audience: RoomAudience; open: (subjectId: string, now: Date) => Promise<void> }

/**
 * What happened is said in the room where it matters, which is opened if the event that opens it has not been heard yet; the event's own id makes a
 * second delivery the same message.
 */
const tell = async ({ subjectId, audience, open }: Place, card: MessageCard, event: EventEnvelope): Promise<void> => {
  const find = async () => (await roomStore.ofSubject(subjectId)).find((each) => each.audience === audience)
  const known = await find()
  if (!known) await open(subjectId, event.at)
  const room = known ?? (await find())
  if (room) await postMessage({ room, clientId: event.id, author: null, text: '', card, now: event.at })
}
