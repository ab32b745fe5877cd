import { createServer, IncomingMessage, type Server, ServerResponse } from 'node:http'
import express, { type Express } from 'express'

const HEADERS_TIMEOUT_MS = 10_000
const REQUEST_TIMEOUT_MS = 30_000

/**
 * A server whose requests and responses are born with Express's prototypes. Express sets them on each request, which costs three quarters of its
 * time on Node 20 and 22; here that becomes a no-op (performance.md §2.1). A mounted `express()` sub-app falls back to the slow path: use routers.
 */
export const bornServer = (app: Express): Server => {
  // Node makes them with `new`, so that only classes can bear the prototypes.
  // eslint-disable-next-line no-restricted-syntax
  class Request extends IncomingMessage {}
  // eslint-disable-next-line no-restricted-syntax
  class Response extends ServerResponse {}
  adopt(Request.prototype, express.request, app)
  adopt(Response.prototype, express.response, app)
  Object.assign(app, { request: Request.prototype, response: Response.prototype })
  const server = createServer({ IncomingMessage: Request, ServerResponse: Response as never }, app)
  server.headersTimeout = HEADERS_TIMEOUT_MS
  server.requestTimeout = REQUEST_TIMEOUT_MS
  return server
}

const adopt = (prototype: object, source: object, app: Express): void => {
  for (const key of Reflect.ownKeys(source)) {
    const property = Object.getOwnPropertyDescriptor(source, key)
    if (property && key !== 'constructor') Object.defineProperty(prototype, key, property)
  }
  Object.defineProperty(prototype, 'app', { value: app, writable: true, configurable: true, enumerable: true })
}
