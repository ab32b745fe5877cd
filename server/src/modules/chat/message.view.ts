import type { MessageView } from '@mutuo/shared/chat/message.schema.ts'
import { accounts } from '../accounts/index.ts'
import { organisations } from '../organisations/index.ts'
import type { MessageRecord } from './message.model.ts'

/** Messages with their authors' names, in two queries whatever their number. */
export const presentMessages = async (messages: MessageRecord[]): Promise<MessageView[]> => {
  const written = messages.filter((message) => message.organisationId !== null)
  const [people, marks] = await Promise.all([
    accounts.many([...new Set(written.map((message) => message.authorId))]),
    organisations.marksOf([...new Set(written.map((message) => message.organisationId ?? ''))]),
  ])
  return messages.map((message) => {
    const mark = message.organisationId ? marks.get(message.organisationId) : undefined
    return {
      id: message._id,
      roomId: message.roomId,
      seq: message.seq,
      ...(mark && {
        clientId: message.clientId,
        author: { userId: message.authorId, name: people.get(message.authorId)?.name ?? '', organisation: mark },
      }),
      text: message.text,
      ...(message.card && { card: message.card }),
      ...(message.replyTo && { replyTo: message.replyTo }),
      at: message.at.toISOString(),
      ...(message.editedAt && { editedAt: message.editedAt.toISOString() }),
      isDeleted: message.deletedAt !== null,
    }
  })
}
