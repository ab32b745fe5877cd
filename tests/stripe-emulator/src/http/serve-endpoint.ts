import { setTimeout as sleep } from 'node:timers/promises'
import type { Request, RequestHandler, Response } from 'express'
import { newId } from '../world/ids.ts'
import { API_VERSION, type World } from '../world/world.ts'
import { assertKey, assertVersion } from './access.ts'
import { decodeBody } from './decode-body.ts'
import type { Endpoint } from './endpoint.ts'
import { expanded } from './expand.ts'
import { takeHttpFault } from './faults.ts'
import { holdKey, storageKey, storeAnswer, storedAnswer } from './idempotency.ts'
import { StripeFailure } from './stripe-failure.ts'

type Answer = { status: number; body: string }

const failureAnswer = (failure: StripeFailure): Answer => ({
  status: failure.status,
  body: JSON.stringify({ error: failure.body }, null, 2),
})

const FAULT_TEXTS: Record<number, { type: 'api_error' | 'invalid_request_error' | 'idempotency_error'; code?: string; message: string }> = {
  409: {
    type: 'invalid_request_error',
    code: 'lock_timeout',
    message: 'This object cannot be accessed right now because another API request or Stripe process is currently accessing it.',
  },
  429: {
    type: 'invalid_request_error',
    code: 'rate_limit',
    message: 'Too many requests hit the API too quickly. We recommend an exponential backoff of your requests.',
  },
}

const faultFailure = (status: number) =>
  new StripeFailure(
    status,
    FAULT_TEXTS[status] ?? { type: 'api_error', message: 'An unknown error occurred (fault ordered from the emulator).' },
  )

/** Runs one API call as Stripe does: key, version, stored answer, validation, execution, storage. Source: docs.stripe.com/api/idempotent_requests */
export const serveEndpoint =
  (world: World, endpoint: Endpoint): RequestHandler =>
  async (req, res) => {
    const requestId = newId('req', 14)
    res.set({ 'request-id': requestId, 'stripe-version': req.get('stripe-version') ?? API_VERSION })
    try {
      await answerCall(world, endpoint, req, res, requestId)
    } catch (error) {
      if (!(error instanceof StripeFailure)) throw error
      send(res, failureAnswer(error))
    }
  }

const answerCall = async (world: World, endpoint: Endpoint, req: Request, res: Response, requestId: string): Promise<void> => {
  assertKey(world, req)
  const rawBody = typeof req.body === 'string' ? req.body : ''
  const input = req.method === 'POST' ? decodeBody(req, rawBody) : req.query
  const account = req.get('stripe-account') ?? req.get('stripe-context') ?? null
  const idempotencyKey = req.method === 'POST' ? (req.get('idempotency-key') ?? null) : null
  const key = idempotencyKey === null ? null : storageKey(idempotencyKey, account, { method: req.method, path: req.path, body: rawBody })

  const stored = key && storedAnswer(world, key)
  if (stored) {
    res.set('idempotent-replayed', 'true')
    return send(res, stored, true)
  }
  const fault = takeHttpFault(world, req.method, req.path)
  const release = key ? holdKey(world, key) : () => undefined
  try {
    if (fault?.kind === 'slow') await sleep(fault.delayMs ?? 1000)
    if (fault?.kind === 'http' && !fault.isStored) throw faultFailure(fault.status ?? 500)
    assertVersion(req, input)
    const { run, expand } = endpoint.prepare(input)
    world.request = { id: requestId, idempotencyKey }
    const path = { id: String(req.params.id ?? ''), childId: String(req.params.childId ?? '') }
    const answer =
      fault?.kind === 'http'
        ? failureAnswer(faultFailure(fault.status ?? 500))
        : execute(() => expanded(world, run({ world, account, ...path }), expand))
    const isStored = key !== null && (answer.status < 300 || !req.path.startsWith('/v2/'))
    if (isStored) storeAnswer(world, key, answer)
    world.changed()
    if (fault?.kind === 'timeout') return void req.socket.destroy()
    send(res, answer, isStored)
  } finally {
    world.request = null
    release()
  }
}

const execute = (run: () => unknown): Answer => {
  try {
    return { status: 200, body: JSON.stringify(run(), null, 2) }
  } catch (error) {
    if (error instanceof StripeFailure) return failureAnswer(error)
    throw error
  }
}

const send = (res: Response, { status, body }: Answer, isStored = false): void => {
  if (isStored && status >= 400) res.set('stripe-should-retry', 'false')
  res.status(status).type('application/json').send(body)
}
