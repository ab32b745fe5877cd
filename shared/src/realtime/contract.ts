import type { MessageView } from '../chat/message.schema.ts'
import type { Problem } from '../errors/problem.ts'

/** What a screen can follow. "Changed" says that, HTTP says what: the client asks again under its own rights. */
export const topicKinds = ['need', 'group', 'mission', 'room', 'user', 'organisation'] as const
export type TopicKind = (typeof topicKinds)[number]
export type Topic = `${TopicKind}:${string}`

export type Change = { topic: Topic; entity: string; id: string }

export type Ack<T = object> = (answer: ({ ok: true } & T) | { ok: false; problem: Problem }) => void

/** Server to client. Messages come as batches in the room's order, with the room's head so that a gap at the end is seen too. */
export type ServerEvents = {
  changed: (change: Change) => void
  messages: (batch: { roomId: string; head: number; messages: MessageView[] }) => void
  head: (heads: { roomId: string; head: number }[]) => void
  typing: (who: { roomId: string; userId: string; name: string }) => void
  ended: (why: { reason: 'signed_out' | 'revoked' | 'shutting_down' }) => void
}

/** Client to server: each is acknowledged; a refusal carries the same body as over HTTP. */
export type ClientEvents = {
  follow: (input: { topics: Topic[] }, ack: Ack<{ refused: Topic[] }>) => void
  unfollow: (input: { topics: Topic[] }, ack: Ack) => void
  sendMessage: (input: { roomId: string; clientId: string; text: string; replyTo?: string }, ack: Ack<{ message: MessageView }>) => void
  typing: (input: { roomId: string }, ack: Ack) => void
  markRead: (input: { roomId: string; seq: number }, ack: Ack) => void
}
