import type { MessageView } from '@mutuo/shared/chat/message.schema.ts'

export type Entry =
  | { kind: 'day'; key: string; at: string }
  | { kind: 'new'; key: string; count: number }
  | { kind: 'message'; key: string; message: MessageView }

/** Messages that nobody had read when the room was opened: after `after`, up to `upTo`. */
export type Unread = { after: number; upTo: number }

/** The log as it reads: a line for each new day, and one before what is new. */
export const entriesOf = (messages: readonly MessageView[], unread: Unread, dayOf: (at: string) => string, me: string): Entry[] => {
  const isNew = ({ seq, author }: MessageView) => seq > unread.after && seq <= unread.upTo && author?.userId !== me
  const firstNew = messages.find(isNew)
  let day = ''
  return messages.flatMap((message) => {
    const entries: Entry[] = []
    if (dayOf(message.at) !== day) {
      day = dayOf(message.at)
      entries.push({ kind: 'day', key: day, at: message.at })
    }
    if (message === firstNew) entries.push({ kind: 'new', key: 'new', count: messages.filter(isNew).length })
    entries.push({ kind: 'message', key: message.id, message })
    return entries
  })
}
