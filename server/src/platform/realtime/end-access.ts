import type { Topic } from '@mutuo/shared/realtime/contract.ts'
import { socketServer } from './socket-server.ts'

/** Ends every socket of a person, on every node. */
export const disconnectUser = (userId: string): void => endRoom(`user:${userId}`)

export const disconnectSession = (sessionId: string): void => endRoom(`session:${sessionId}`)

/** Who was removed hears nothing more of the topic, on every node. */
export const leaveTopic = (who: { userId: string } | { organisationId: string }, topic: Topic): void => {
  const people = 'userId' in who ? `user:${who.userId}` : `organisation:${who.organisationId}`
  socketServer()?.in(people).socketsLeave(topic)
}

const endRoom = (room: string): void => {
  const io = socketServer()
  io?.to(room).emit('ended', { reason: 'revoked' })
  io?.in(room).disconnectSockets(true)
}
