import type { MessageCard } from '@mutuo/shared/chat/message.schema.ts'
import { v7 as newId } from 'uuid'
import { duplicateKeyOf } from '../../platform/mongo/duplicate-key.ts'
import { transaction, type Transaction } from '../../platform/mongo/transaction.ts'
import { publishMessages } from '../../platform/realtime/publish-change.ts'
import type { MessageRecord } from './message.model.ts'
import { messageStore } from './message.store.ts'
import { presentMessages } from './message.view.ts'
import type { RoomRecord } from './room.model.ts'
import { roomStore } from './room.store.ts'

export type Post = {
  room: RoomRecord
  clientId: string
  author: { userId: string; name: string; organisationId: string } | null
  text: string
  card?: MessageCard
  replyTo?: string | undefined
  now: Date
  /** In the message's own transaction. */
  alongside?: (message: MessageRecord, tx: Transaction) => void
}

/** What the list of rooms shows of a message. */
export const excerptOf = (text: string): string => text.slice(0, 120)

/** Stored with its place in the room, then told: the same `clientId` again is the first message (reliability.md D1–D3). */
export const postMessage = async (post: Post): Promise<MessageRecord> => {
  const authorId = post.author?.userId ?? 'system'
  try {
    const message = await transaction(async (tx) => {
      const lastMessage = { by: post.author?.name ?? '', excerpt: excerptOf(post.text), at: post.now }
      const seq = await roomStore.nextSeq(post.room._id, lastMessage, tx)
      const written: MessageRecord = {
        _id: newId(),
        roomId: post.room._id,
        seq,
        clientId: post.clientId,
        authorId,
        organisationId: post.author?.organisationId ?? null,
        text: post.text,
        card: post.card ?? null,
        replyTo: post.replyTo ?? null,
        at: post.now,
        editedAt: null,
        deletedAt: null,
      }
      await messageStore.insert(written, tx)
      post.alongside?.(written, tx)
      return written
    })
    publishMessages(post.room._id, { head: message.seq, messages: await presentMessages([message]) })
    return message
  } catch (error) {
    const sent = duplicateKeyOf(error) ? await messageStore.findSent(post.room._id, authorId, post.clientId) : null
    if (sent) return sent
    throw error
  }
}
