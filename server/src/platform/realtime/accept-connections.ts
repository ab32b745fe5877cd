import type { IncomingMessage, ServerResponse } from 'node:http'
import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import type { RequestHandler } from 'express'
import type { Socket } from 'socket.io'
import { systemClock } from '../clock.ts'
import type { AccountsPort } from '../http/accounts-port.ts'
import { problemOf } from '../http/problem.ts'
import { sessionIdOf } from '../http/session-id.ts'
import { listenToSocket, type SocketRules } from './listen-to-socket.ts'
import type { LiveServer, LiveSocket } from './live-server.ts'

export type Handshake = SocketRules & { origins: readonly string[]; session: RequestHandler; accounts: AccountsPort | undefined }
type SessionRequest = IncomingMessage & {
  sessionID: string
  session?: { passport?: { user: string }; organisationId?: string; startedAt: number }
}

/** A socket belongs to a signed-in person: its session is the one of the cookie, read once at the handshake; the request is then let go. */
export const acceptConnections = (io: LiveServer, handshake: Handshake): void => {
  const { session, accounts } = handshake
  io.engine.use((req: IncomingMessage & { _query: { sid?: string } }, res: ServerResponse, next: () => void) =>
    req._query.sid === undefined ? session(req as never, res as never, next) : next(),
  )
  io.use((socket, next) => {
    identify(socket, accounts).then(
      () => next(),
      (error: unknown) => next(new Error(problemOf(error).code)),
    )
  })
  io.on('connection', (socket) => {
    const { viewer } = socket.data
    void socket.join([`user:${viewer.userId}`, `session:${viewer.sessionId}`])
    if (viewer.organisationId) void socket.join(`organisation:${viewer.organisationId}`)
    listenToSocket(socket, handshake)
  })
}

const identify = async (socket: LiveSocket, accounts: AccountsPort | undefined): Promise<void> => {
  const { session, sessionID } = socket.request as SessionRequest
  const userId = session?.passport?.user
  const found = userId && (await accounts?.loadViewer({ userId, organisationId: session.organisationId ?? null }))
  if (!found) throw new DomainError('SIGNED_OUT')
  socket.data = {
    viewer: { ...found, sessionId: sessionIdOf(sessionID) },
    viewerReadAt: systemClock().getTime(),
    sessionStartedAt: session.startedAt,
  }
  release(socket)
}

/** The session and the headers would be held as long as the socket lives. */
const release = (socket: Socket): void => {
  socket.handshake.headers = {}
  Object.assign(socket.conn, { request: null })
}
