import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import { type Topic, type TopicKind, topicKinds } from '@mutuo/shared/realtime/contract.ts'
import { z } from 'zod'
import type { Viewer } from '../access/viewer.ts'
import { now, systemClock } from '../clock.ts'
import { config } from '../config.ts'
import type { AccountsPort } from '../http/accounts-port.ts'
import { invalidInputOf, problemOf } from '../http/problem.ts'
import type { LiveSocket } from './live-server.ts'
import { onSocket, type SocketHandler } from './on-socket.ts'

export type MayFollow = (viewer: Viewer, id: string) => Promise<boolean>
export type SocketRules = {
  accounts: AccountsPort | undefined
  handlers: readonly SocketHandler[]
  topics: Partial<Record<TopicKind, MayFollow>>
  sessionHours: number
}

const present = () => systemClock().getTime()

const VIEWER_KEPT_MS = 1_000
const MOST_TOPICS = 50
const BURST = { packets: 60, perMs: 10_000 }

const topicsInput = z.strictObject({
  topics: z
    .array(z.templateLiteral([z.enum(topicKinds), ':', z.uuid()]))
    .min(1)
    .max(MOST_TOPICS),
})

/** Every packet is parsed, answered and caught: one that is bad, or a handler that throws, ends nothing but itself. */
export const listenToSocket = (socket: LiveSocket, rules: SocketRules): void => {
  const handlers = new Map([...followHandlers(socket, rules), ...rules.handlers].map((handler) => [handler.event as string, handler]))
  const isTooFast = burstCounter()
  socket.onAny((event: string, ...values: unknown[]) => {
    const ack = values.at(-1)
    const answer = typeof ack === 'function' ? (ack as (body: object) => void) : () => undefined
    void run(socket, rules, handlers.get(event), values[0], isTooFast()).then(
      (payload) => answer({ ok: true, ...payload }),
      (error: unknown) => answer({ ok: false, problem: problemOf(error, { event }) }),
    )
  })
}

const run = async (
  socket: LiveSocket,
  rules: SocketRules,
  handler: SocketHandler | undefined,
  sent: unknown,
  isTooFast: boolean,
): Promise<object> => {
  if (isTooFast) throw new DomainError('TOO_MANY_REQUESTS', { retryAfterSeconds: BURST.perMs / 1000 })
  if (!handler) throw new DomainError('NOT_FOUND')
  const parsed = handler.input.safeParse(sent)
  if (!parsed.success) throw invalidInputOf(parsed.error)
  const viewer = await presentViewer(socket, rules)
  return handler.handle({ viewer, input: parsed.data as never, now: now() })
}

/** Read again, at most once a second: a changed role or a suspension reaches the sockets that are open. @throws SIGNED_OUT */
const presentViewer = async (socket: LiveSocket, { accounts, sessionHours }: SocketRules): Promise<Viewer> => {
  const { data } = socket
  if (present() - data.sessionStartedAt > sessionHours * 3_600_000) return endSocket(socket)
  if (present() - data.viewerReadAt < VIEWER_KEPT_MS) return data.viewer
  const { userId, organisationId, sessionId } = data.viewer
  const found = await accounts?.loadViewer({ userId, organisationId: actedFor(socket) ?? organisationId })
  if (!found) return endSocket(socket)
  Object.assign(data, { viewer: { ...found, sessionId }, viewerReadAt: present() })
  return data.viewer
}

/** The organisation of the session may have changed since the handshake: its topic is the one that the socket is in. */
const actedFor = (socket: LiveSocket): string | undefined =>
  [...socket.rooms].find((room) => room.startsWith('organisation:'))?.slice('organisation:'.length)

/** After the refusal has been acknowledged. */
const endSocket = (socket: LiveSocket): never => {
  socket.emit('ended', { reason: 'signed_out' })
  setImmediate(() => socket.disconnect(true))
  throw new DomainError('SIGNED_OUT')
}

const followHandlers = (socket: LiveSocket, { topics }: SocketRules): SocketHandler[] => [
  onSocket('follow', topicsInput, async ({ viewer, input }) => {
    const answers = await Promise.all(input.topics.map(async (topic) => ({ topic, isAllowed: await mayFollow(topics, viewer, topic) })))
    await socket.join(answers.filter(({ isAllowed }) => isAllowed).map(({ topic }) => topic))
    return { refused: answers.filter(({ isAllowed }) => !isAllowed).map(({ topic }) => topic) }
  }),
  onSocket('unfollow', topicsInput, async ({ viewer, input }) => {
    for (const topic of input.topics) if (!isOwn(viewer, topic)) await socket.leave(topic)
    return {}
  }),
]

const isOwn = (viewer: Viewer, topic: Topic): boolean =>
  topic === `user:${viewer.userId}` || topic === `organisation:${viewer.organisationId}`

const mayFollow = async (topics: SocketRules['topics'], viewer: Viewer, topic: Topic): Promise<boolean> => {
  const [kind, id] = topic.split(':') as [TopicKind, string]
  return isOwn(viewer, topic) || ((await topics[kind]?.(viewer, id)) ?? false)
}

const burstCounter = (): (() => boolean) => {
  let [since, count] = [0, 0]
  return () => {
    if (present() - since > BURST.perMs) [since, count] = [present(), 0]
    count += 1
    return count > BURST.packets * config().rateLimitFactor
  }
}
