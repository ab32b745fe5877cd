import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import type { Viewer } from '../../platform/access/viewer.ts'
import { mayRead } from './chat.policy.ts'
import type { MessageRecord } from './message.model.ts'
import { messageStore } from './message.store.ts'
import type { RoomRecord } from './room.model.ts'
import { roomStore } from './room.store.ts'

/** A room exists for those who read it. @throws NOT_FOUND */
export const findRoom = async (viewer: Viewer, roomId: string): Promise<RoomRecord> => {
  const room = await roomStore.find(roomId)
  if (!room || !mayRead(viewer, room)) throw new DomainError('NOT_FOUND')
  return room
}

/** @throws NOT_FOUND */
export const findMessage = async (
  viewer: Viewer,
  { roomId, messageId }: { roomId: string; messageId: string },
): Promise<{ room: RoomRecord; message: MessageRecord }> => {
  const room = await findRoom(viewer, roomId)
  const message = await messageStore.find(roomId, messageId)
  if (!message) throw new DomainError('NOT_FOUND')
  return { room, message }
}
