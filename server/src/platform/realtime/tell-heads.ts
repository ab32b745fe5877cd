import { logger } from '../logger.ts'
import type { RoomHeads } from '../server-module.ts'
import { socketServer } from './socket-server.ts'

const EVERY_MS = 30_000

/** Tells each followed room how far it goes: a page that missed the last message sees it. Answers how to stop. */
export const tellHeads = (headsOf: RoomHeads, everyMs = EVERY_MS): (() => void) => {
  const timer = setInterval(
    () => void tell(headsOf).catch((error: unknown) => logger().warn({ err: error }, 'room heads not told')),
    everyMs,
  )
  timer.unref()
  return () => clearInterval(timer)
}

const tell = async (headsOf: RoomHeads): Promise<void> => {
  const rooms = [...(socketServer()?.of('/').adapter.rooms.keys() ?? [])].filter((room) => room.startsWith('room:'))
  if (rooms.length === 0) return
  for (const { roomId, head } of await headsOf(rooms.map((room) => room.slice('room:'.length)))) {
    socketServer()?.local.to(`room:${roomId}`).emit('head', [{ roomId, head }])
  }
}
