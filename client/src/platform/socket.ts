import { useSyncExternalStore } from 'react'
import type { Socket } from 'socket.io-client'
import type { Change, ClientEvents, ServerEvents, Topic } from '@mutuo/shared/realtime/contract.ts'
import { askToSignInAgain } from './sign-in-again.ts'

export type LiveSocket = Socket<ServerEvents, ClientEvents>
export type Connection = { state: 'idle' | 'connecting' | 'live' | 'lost'; since: number }
type Follower = { topic: Topic; heard: (change: Change) => void }

let opening: Promise<LiveSocket> | undefined
let connection: Connection = { state: 'idle', since: Date.now() }
/** A server that refuses a connection for a moment (its database is away) is not called back by the library. */
const refusedRetryMs = 5000
const watchers = new Set<() => void>()
const followers = new Set<Follower>()
const returned = new Set<() => void>()

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
  return socket
}

/** The server no longer knows this session: the person is asked to come back, and the connection is made again then. */
const endSession = () => {
  closeSocket()
  void askToSignInAgain()
}

const refollow = (socket: LiveSocket) => {
  const topics = [...new Set([...followers].map(({ topic }) => topic))]
  if (topics.length > 0) socket.emit('follow', { topics }, () => undefined)
}

/** Hears that something changed under `topic`; answers the function that stops it. */
export const follow = (topic: Topic, heard: (change: Change) => void) => {
  const follower = { topic, heard }
  const isFirst = ![...followers].some((other) => other.topic === topic)
  followers.add(follower)
  void openSocket().then((socket) => {
    if (isFirst && socket.connected && followers.has(follower)) socket.emit('follow', { topics: [topic] }, () => undefined)
  })
  return () => {
    followers.delete(follower)
    if ([...followers].some((other) => other.topic === topic)) return
    void opening?.then((socket) => socket.connected && socket.emit('unfollow', { topics: [topic] }, () => undefined))
  }
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
