import type { deleteMessage as deleteEndpoint, editMessage as editEndpoint } from '@mutuo/shared/chat/chat.endpoints.ts'
import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import { allow } from '../../platform/access/decision.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { publishMessages } from '../../platform/realtime/publish-change.ts'
import { mayChange } from './chat.policy.ts'
import { findMessage } from './find-room.ts'
import type { MessageRecord } from './message.model.ts'
import { messageStore } from './message.store.ts'
import { presentMessages } from './message.view.ts'
import { excerptOf } from './post-message.ts'
import type { RoomRecord } from './room.model.ts'
import { roomStore } from './room.store.ts'

/** One mends one's words for a quarter of an hour; that they were mended stays visible. @throws NOT_FOUND, NOT_YOUR_MESSAGE, MESSAGE_TOO_OLD */
export const editMessage = async ({ viewer, input, now }: Call<typeof editEndpoint>) => {
  const { room, message } = await findMessage(viewer, input)
  allow(mayChange(viewer, message, now))
  return change(room, message, { text: input.text, editedAt: now })
}

/** One takes one's words back; their place in the room stays. @throws NOT_FOUND, NOT_YOUR_MESSAGE, MESSAGE_TOO_OLD */
export const deleteMessage = async ({ viewer, input, now }: Call<typeof deleteEndpoint>) => {
  const { room, message } = await findMessage(viewer, input)
  allow(mayChange(viewer, message, now))
  return change(room, message, { text: '', deletedAt: now })
}

/** Words taken back stay so, also when they are mended at the same time; the list of rooms does not go on showing them. */
const change = async (room: RoomRecord, message: MessageRecord, set: Partial<MessageRecord> & { text: string }) => {
  const changed = await transaction(async (tx) => {
    const now = await messageStore.change(message, set, tx)
    if (!now) throw new DomainError('MESSAGE_TOO_OLD')
    await roomStore.changeExcerpt(room._id, message.seq, excerptOf(set.text), tx)
    return now
  })
  publishMessages(room._id, { head: room.head, messages: await presentMessages([changed]) })
  return changed
}
