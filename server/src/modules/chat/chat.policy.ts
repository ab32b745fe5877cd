import { no, yes } from '../../platform/access/decision.ts'
import type { Viewer } from '../../platform/access/viewer.ts'
import type { MessageRecord } from './message.model.ts'
import type { RoomRecord } from './room.model.ts'

export const mayRead = (viewer: Viewer, room: RoomRecord): boolean =>
  viewer.organisationId !== null && room.readerIds.includes(viewer.organisationId)

export const mayWrite = (room: RoomRecord) => (room.isReadOnly ? no('ROOM_READ_ONLY') : yes)

const fifteenMinutesMs = 15 * 60 * 1000

/** One's own words, for a quarter of an hour. */
export const mayChange = (viewer: Viewer, message: MessageRecord, now: Date) => {
  if (message.authorId !== viewer.userId) return no('NOT_YOUR_MESSAGE')
  return now.getTime() - message.at.getTime() <= fifteenMinutesMs && !message.deletedAt ? yes : no('MESSAGE_TOO_OLD')
}
