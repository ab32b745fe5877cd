import { useSyncExternalStore } from 'react'
import type { Socket } from 'socket.io-client'
import type { Change, ClientEvents, ServerEvents, Topic } from '@mutuo/shared/realtime/contract.ts'
import { askToSignInAgain } from './sign-in-again.ts'

export type LiveSocket = Socket<ServerEvents, ClientEvents>
export type Connection = { state: 'idle' | 'connecting' | 'live' | 'lost'; since: number }
type Follower = { topic: Topic; heard: (change: Change) => void }
/** What comes whole by the socket, and not as a mere hint to ask again. */
type Whole = 'messages' | 'head' | 'typing'
type Hearers = { [E in Whole]: Set<ServerEvents[E]> }

let opening: Promise<LiveSocket> | undefined
let connection: Connection = { state: 'idle', since: Date.now() }
/** A server that refuses a connection for a moment (its database is away) is not called back by the library. */
const refusedRetryMs = 5000
/** As many as the server takes in one packet. */
const mostTopics = 50
const watchers = new Set<() => void>()
const followers = new Set<Follower>()
const returned = new Set<() => void>()
const hearers: Hearers = { messages: new Set(), head: new Set(), typing: new Set() }
const awaited = new Set<Topic>()

const move = (state: Connection['state']) => {
  if (connection.state === state) return
  connection = { state, since: Date.now() }
  for (const watcher of watchers) watcher()
}

/** The one connection of this page, opened at first use; its library is fetched only then. */
export const openSocket = (): Promise<LiveSocket> => (opening ??= connect())

export const closeSocket = () => {
  void opening?.then((socket) => socket.disconnect())
  opening = undefined
  move('idle')
}

/** Another session: the connection is made again where a screen still follows something. */
export const restartSocket = () => {
  closeSocket()
  if (followers.size > 0) void openSocket()
}

const connect = async (): Promise<LiveSocket> => {
  const { io } = await import('socket.io-client')
  const socket: LiveSocket = io({ path: '/socket.io', transports: ['websocket', 'polling'], reconnectionDelayMax: 10_000 })
  move('connecting')
  let wasLive = false
  socket.on('connect', () => {
    move('live')
    refollow(socket)
    if (wasLive) for (const listener of returned) listener()
    wasLive = true
  })
  socket.on('disconnect', (reason) => move(reason === 'io client disconnect' ? 'idle' : 'lost'))
  socket.on('connect_error', (error) => {
    if (error.message === 'SIGNED_OUT') return endSession()
    move('lost')
    if (!socket.active) setTimeout(() => socket.connect(), refusedRetryMs)
  })
  socket.on('ended', ({ reason }) => {
    if (reason !== 'shutting_down') endSession()
  })
  socket.on('changed', (change) => {
    for (const follower of followers) if (follower.topic === change.topic) follower.heard(change)
  })
  socket.on('messages', (batch) => hearers.messages.forEach((listener) => listener(batch)))
  socket.on('head', (heads) => hearers.head.forEach((listener) => listener(heads)))
  socket.on('typing', (who) => hearers.typing.forEach((listener) => listener(who)))
  return socket
}

/** The server no longer knows this session: the person is asked to come back, and the connection is made again then. */
const endSession = () => {
  closeSocket()
  void askToSignInAgain()
}

const refollow = (socket: LiveSocket) => askToFollow(socket, [...new Set([...followers].map(({ topic }) => topic))])

const askToFollow = (socket: LiveSocket, topics: readonly Topic[]) => {
  for (let from = 0; from < topics.length; from += mostTopics)
    socket.emit('follow', { topics: topics.slice(from, from + mostTopics) }, () => undefined)
}

/** Topics that screens follow in the same moment leave as one packet. */
const followSoon = (topic: Topic) => {
  awaited.add(topic)
  if (awaited.size > 1) return
  void openSocket().then(
    (socket) => {
      const topics = [...awaited].filter((each) => isFollowed(each))
      awaited.clear()
      if (socket.connected) askToFollow(socket, topics)
    },
    () => awaited.clear(),
  )
}

const isFollowed = (topic: Topic) => [...followers].some((follower) => follower.topic === topic)

/** Hears that something changed under `topic`; answers the function that stops it. */
export const follow = (topic: Topic, heard: (change: Change) => void) => {
  const follower = { topic, heard }
  if (!isFollowed(topic)) followSoon(topic)
  followers.add(follower)
  return () => {
    followers.delete(follower)
    if (isFollowed(topic)) return
    void opening?.then((socket) => {
      if (socket.connected && !isFollowed(topic)) socket.emit('unfollow', { topics: [topic] }, () => undefined)
    })
  }
}

/** Hears what the server sends whole to those who follow a room; answers the function that stops it. */
export const hear = <E extends Whole>(event: E, listener: ServerEvents[E]) => {
  const listeners: Set<ServerEvents[E]> = hearers[event]
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Called when a lost connection is back: what was missed must be asked again. */
export const onReturn = (listener: () => void) => {
  returned.add(listener)
  return () => void returned.delete(listener)
}

export const useConnection = () =>
  useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher)
      return () => watchers.delete(watcher)
    },
    () => connection,
  )
