import type { ClientEvents, ServerEvents } from '@mutuo/shared/realtime/contract.ts'
import type { Server, Socket } from 'socket.io'
import type { Viewer } from '../access/viewer.ts'

/** Kept with each socket; times in milliseconds since the epoch. */
export type SocketData = { viewer: Viewer; viewerReadAt: number; sessionStartedAt: number }
export type LiveServer = Server<ClientEvents, ServerEvents, Record<string, never>, SocketData>
export type LiveSocket = Socket<ClientEvents, ServerEvents, Record<string, never>, SocketData>
