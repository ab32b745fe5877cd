import type { MessageView } from '@mutuo/shared/chat/message.schema.ts'
import type { Topic } from '@mutuo/shared/realtime/contract.ts'
import { socketServer } from './socket-server.ts'

type Batch = { head: number; messages: MessageView[] }

const batches = new Map<string, Batch>()
const changes = new Map<string, { topic: Topic; entity: string; id: string }>()
let isFlushPlanned = false

/** Tells those who follow the topic that something changed; each asks for what under its own rights. A hint: it may be lost. */
export const publishChange = (topic: Topic, { entity, id }: { entity: string; id: string }): void => {
  changes.set(`${topic} ${entity} ${id}`, { topic, entity, id })
  planFlush()
}

/** Tells a room its new messages, in order. All that are published in one turn of the event loop leave as one frame. */
export const publishMessages = (roomId: string, { head, messages }: Batch): void => {
  const waiting = batches.get(roomId)
  if (waiting) {
    waiting.head = Math.max(waiting.head, head)
    waiting.messages.push(...messages)
  } else batches.set(roomId, { head, messages: [...messages] })
  planFlush()
}

/** Ephemeral: dropped for who cannot keep up, and not shown to who types. */
export const publishTyping = (roomId: string, who: { userId: string; name: string }): void => {
  socketServer()
    ?.to(`room:${roomId}`)
    .except(`user:${who.userId}`)
    .volatile.emit('typing', { roomId, ...who })
}

const planFlush = (): void => {
  if (isFlushPlanned) return
  isFlushPlanned = true
  setImmediate(flush)
}

const flush = (): void => {
  isFlushPlanned = false
  const io = socketServer()
  for (const change of changes.values()) io?.to(change.topic).emit('changed', change)
  for (const [roomId, batch] of batches) io?.to(`room:${roomId}`).emit('messages', { roomId, ...batch })
  changes.clear()
  batches.clear()
}
