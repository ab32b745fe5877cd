import type { Server } from 'node:http'

/** Takes no new connection, lets the requests under way end, and closes the connections that idle; after `limitMs` cuts what is left. */
export const drainHttp = async (server: Server, limitMs: number): Promise<void> => {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  const sweep = setInterval(() => server.closeIdleConnections(), 50)
  const limit = setTimeout(() => server.closeAllConnections(), limitMs)
  server.closeIdleConnections()
  await closed
  clearInterval(sweep)
  clearTimeout(limit)
}
