import { Router, type Request } from 'express'
import { fields, filledText, flag, integer, oneOf, required } from '../http/params.ts'
import { StripeFailure } from '../http/stripe-failure.ts'
import type { Control } from './control.ts'

const readFault = fields({
  kind: required(oneOf('http', 'timeout', 'slow', 'webhook')),
  status: integer,
  isStored: flag,
  delayMs: integer,
  effect: oneOf('drop', 'duplicate', 'reorder', 'delay'),
  method: filledText,
  path: filledText,
  eventType: filledText,
  times: integer,
})
const readAdvance = fields({ ms: required(integer) })

const bodyOf = (req: Request): unknown => {
  try {
    return JSON.parse(String(req.body || '{}')) as unknown
  } catch {
    throw new StripeFailure(400, { type: 'invalid_request_error', message: 'Controls take JSON.' })
  }
}

const present = <T extends object>(value: T) =>
  Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined)) as Partial<T>

/** Controls over HTTP, never used by application code. */
export const controlRoutes = (control: Control): Router => {
  const router = Router()
  router.post('/clock/advance', (req, res) => {
    control.advanceClock(readAdvance(bodyOf(req), '').ms)
    res.json({ now: control.now().toISOString() })
  })
  router.post('/faults', (req, res) => {
    const { kind, ...rest } = readFault(bodyOf(req), '')
    control.addFault({ kind, ...(present(rest) as object) })
    res.status(201).json({ faults: control.dump().faults })
  })
  router.delete('/faults', (_req, res) => {
    control.clearFaults()
    res.status(204).end()
  })
  router.post('/webhooks/retry', (_req, res) => {
    control.retryDeliveries()
    res.status(202).end()
  })
  router.post('/events/:id/resend', (req, res) => {
    control.resend(req.params.id)
    res.status(202).end()
  })
  router.post('/reset', (_req, res) => {
    control.reset()
    res.status(204).end()
  })
  router.get('/dump', (_req, res) => {
    res.json(control.dump())
  })
  return router
}
