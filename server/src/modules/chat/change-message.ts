import type { deleteMessage as deleteEndpoint, editMessage as editEndpoint } from '@mutuo/shared/chat/chat.endpoints.ts'
import { allow } from '../../platform/access/decision.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { publishMessages } from '../../platform/realtime/publish-change.ts'
import { mayChange } from './chat.policy.ts'
import { findMessage } from './find-room.ts'
import type { MessageRecord } from './message.model.ts'
import { messageStore } from './message.store.ts'
import { presentMessages } from './message.view.ts'
import type { RoomRecord } from './room.model.ts'

/** One mends one's words for a quarter of an hour; that they were mended stays visible. @throws NOT_FOUND, NOT_YOUR_MESSAGE, MESSAGE_TOO_OLD */
export const editMessage = async ({ viewer, input, now }: Call<typeof editEndpoint>) => {
  const { room, message } = await findMessage(viewer, input)
  allow(mayChange(viewer, message, now))
  return tell(room, await messageStore.change(message, { text: input.text, editedAt: now }))
}

/** One takes one's words back; their place in the room stays. @throws NOT_FOUND, NOT_YOUR_MESSAGE, MESSAGE_TOO_OLD */
export const deleteMessage = async ({ viewer, input, now }: Call<typeof deleteEndpoint>) => {
  const { room, message } = await findMessage(viewer, input)
  allow(mayChange(viewer, message, now))
  return tell(room, await messageStore.change(message, { text: '', deletedAt: now }))
}

const tell = async (room: RoomRecord, message: MessageRecord) => {
  publishMessages(room._id, { head: room.head, messages: await presentMessages([message]) })
  return message
}
