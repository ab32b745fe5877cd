import type { IncomingHttpHeaders, Server as HttpServer } from 'node:http'
import { Server } from 'socket.io'
import { acceptConnections, type Handshake } from './accept-connections.ts'
import type { LiveServer } from './live-server.ts'

const LARGEST_PACKET_BYTES = 16 * 1024

let current: LiveServer | undefined

/** The socket server of this process; undefined in a process that serves nobody, where there is nobody to tell. */
export const socketServer = (): LiveServer | undefined => current

/** Sockets share the HTTP server's port, its sessions, and its exact list of origins: the `cors` option would not protect WebSocket. */
export const startSocketServer = (http: HttpServer, handshake: Handshake): LiveServer => {
  const io: LiveServer = new Server(http, {
    path: '/socket.io',
    serveClient: false,
    transports: ['websocket', 'polling'],
    maxHttpBufferSize: LARGEST_PACKET_BYTES,
    perMessageDeflate: false,
    allowRequest: ({ headers }, decide) => {
      const isOurs = isOurPage(headers, handshake.origins)
      decide(isOurs ? null : 'origin refused', isOurs)
    },
  })
  acceptConnections(io, handshake)
  current = io
  return io
}

/** A browser names the origin of every WebSocket and of every other site's request; for a poll of our own page it says only that it is one. */
const isOurPage = ({ origin, 'sec-fetch-site': site }: IncomingHttpHeaders, origins: readonly string[]): boolean =>
  origin === undefined ? site === 'same-origin' : origins.includes(origin)

/** Asks every page to come back, to another process or to this one's successor, then closes. */
export const stopSocketServer = async (): Promise<void> => {
  const io = current
  if (!io) return
  io.local.emit('ended', { reason: 'shutting_down' })
  current = undefined
  for (const socket of io.of('/').sockets.values()) socket.conn.close()
  io.engine.close()
}
