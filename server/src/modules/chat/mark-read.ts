import type { Viewer } from '../../platform/access/viewer.ts'
import { publishChange } from '../../platform/realtime/publish-change.ts'
import { findRoom } from './find-room.ts'
import { roomStore } from './room.store.ts'

/** How far the person has read, never further than the room goes; its other devices learn it. @throws NOT_FOUND */
export const markRead = async ({ viewer, input }: { viewer: Viewer; input: { roomId: string; seq: number } }) => {
  const room = await findRoom(viewer, input.roomId)
  await roomStore.markRead(room._id, viewer.userId, Math.min(input.seq, room.head))
  publishChange(`user:${viewer.userId}`, { entity: 'room', id: room._id })
  return { done: true as const }
}
