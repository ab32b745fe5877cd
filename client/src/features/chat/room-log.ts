import type { MessageView } from '@mutuo/shared/chat/message.schema.ts'

/** What this page holds of a room: every message from `from` to `upTo`, without a hole; `head` is how far the room goes. */
export type RoomLog = { messages: readonly MessageView[]; from: number; upTo: number; head: number }
export type Slice = { messages: readonly MessageView[]; head: number; upTo: number }

/** The end of a room; fewer messages than asked for means that its beginning is in it. */
export const startLog = ({ messages, head, upTo }: Slice, limit: number): RoomLog => ({
  messages,
  from: messages.length < limit ? 1 : (messages[0]?.seq ?? 1),
  upTo,
  head: Math.max(head, upTo),
})

/** Something was said that this page does not hold yet. */
export const isBehind = ({ head, upTo }: RoomLog) => head > upTo

export const hasOlder = ({ from }: RoomLog) => from > 1

/** An answer to "what came after?": it may hold messages that changed since, and closes the hole up to its `upTo`. */
export const addNewer = (log: RoomLog, { messages, head, upTo }: Slice): RoomLog => ({
  ...log,
  messages: merge(
    log.messages,
    messages.filter(({ seq }) => seq >= log.from),
  ),
  upTo: Math.max(log.upTo, upTo),
  head: Math.max(log.head, head, upTo),
})

export const addOlder = (log: RoomLog, { messages }: Slice, limit: number): RoomLog => ({
  ...log,
  messages: merge(log.messages, messages),
  from: messages.length < limit ? 1 : Math.min(log.from, messages[0]?.seq ?? 1),
})

/** What a socket said: changed messages take their place, new ones are added as far as they follow on; beyond a hole only the head is believed. */
export const hearMessages = (log: RoomLog, { messages, head }: { messages: readonly MessageView[]; head: number }): RoomLog => {
  let upTo = log.upTo
  const heard: MessageView[] = []
  for (const message of messages.toSorted(bySeq)) {
    if (message.seq < log.from || message.seq > upTo + 1) continue
    heard.push(message)
    upTo = Math.max(upTo, message.seq)
  }
  return { ...log, messages: merge(log.messages, heard), upTo, head: Math.max(log.head, head) }
}

export const hearHead = (log: RoomLog, head: number): RoomLog => (head > log.head ? { ...log, head } : log)

const bySeq = (a: MessageView, b: MessageView) => a.seq - b.seq

const merge = (held: readonly MessageView[], added: readonly MessageView[]) => {
  if (added.length === 0) return held
  const bySeqNumber = new Map([...held, ...added].map((message) => [message.seq, message]))
  return [...bySeqNumber.values()].sort(bySeq)
}
