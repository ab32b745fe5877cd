import { socketServer } from './socket-server.ts'

/** The open pages of a session now act for another organisation. */
export const moveSessionSockets = async (sessionId: string, from: string | undefined, to: string): Promise<void> => {
  const io = socketServer()
  const room = `session:${sessionId}`
  if (from) io?.in(room).socketsLeave(`organisation:${from}`)
  io?.in(room).socketsJoin(`organisation:${to}`)
  for (const id of io?.of('/').adapter.rooms.get(room) ?? []) {
    const socket = io?.of('/').sockets.get(id)
    if (socket) socket.data.viewerReadAt = 0
  }
}
