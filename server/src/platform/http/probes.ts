import { timingSafeEqual } from 'node:crypto'
import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import express, { type Request, type Router } from 'express'
import type { Config } from '../config.ts'
import { registry } from '../metrics/metrics.ts'
import { pingMongo } from '../mongo/connect.ts'
import { sendProblem } from './send-problem.ts'

export type Readiness = { isStarted: boolean; isDraining: boolean }

const PING_MS = 1_500

/** Before sessions, so that they answer whatever the database does. */
export const probes = (config: Config, readiness: Readiness, version: string): Router => {
  const router = express.Router()
  router.get('/healthz', (_req, res) => void res.json({ status: 'alive' }))
  router.get('/readyz', async (_req, res) => {
    if (readiness.isDraining) return sendProblem(res, new DomainError('SHUTTING_DOWN'))
    if (!readiness.isStarted || !(await pingMongo(PING_MS))) return sendProblem(res, new DomainError('DATABASE_UNAVAILABLE'))
    res.json({ status: 'ready' })
  })
  router.get('/api/version', (_req, res) => void res.json({ version }))
  router.get('/metrics', async (req, res) => {
    if (!mayRead(req, config.metricsToken)) throw new DomainError('NOT_FOUND')
    res.type(registry.contentType).send(await registry.metrics())
  })
  return router
}

/** Our own machine reads them, or who has the token; behind a proxy everybody comes from our own machine, so that only the token counts. */
const mayRead = ({ headers, socket }: Request, token: string | undefined): boolean => {
  if (token === undefined) return headers['x-forwarded-for'] === undefined && /^(::1|(::ffff:)?127\.)/.test(socket.remoteAddress ?? '')
  const [given, expected] = [headers.authorization ?? '', `Bearer ${token}`].map((text) => Buffer.from(text)) as [Buffer, Buffer]
  return given.length === expected.length && timingSafeEqual(given, expected)
}
