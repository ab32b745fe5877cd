import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import express, { type RequestHandler } from 'express'
import { refuseDeepJson } from './read-input.ts'

declare module 'http' {
  interface IncomingMessage {
    /** The bytes of the body, for what must compare or verify them. */
    rawBody?: Buffer
  }
}

const LIMIT = '100kb'

/** Bodies are JSON or absent: nothing that a form of another site could send. */
export const jsonOnly: RequestHandler = (req, _res, next) => {
  const hasBody = req.headers['transfer-encoding'] !== undefined || Number(req.headers['content-length'] ?? 0) > 0
  if (hasBody && !req.is('application/json')) throw new DomainError('UNSUPPORTED_MEDIA_TYPE')
  next()
}

export const jsonBody: RequestHandler = express.json({
  limit: LIMIT,
  strict: true,
  inflate: false,
  verify: (req, _res, body) => {
    refuseDeepJson(body)
    req.rawBody = body
  },
})

export const rawBody: RequestHandler = express.raw({ limit: '1mb', type: () => true })
