import express, { type Router } from 'express'
import { now } from '../clock.ts'
import type { Webhook } from '../server-module.ts'
import { rawBody } from './body.ts'

/** What other services tell us: signed bytes, no session; each module verifies its own. */
export const webhookRouter = (webhooks: readonly Webhook[]): Router => {
  const router = express.Router()
  for (const { path, receive } of webhooks) {
    router.post(path, rawBody, async (req, res) => {
      const body = Buffer.isBuffer(req.body) ? req.body : Buffer.alloc(0)
      await receive({ body, headers: req.headers, now: now() })
      res.json({ received: true })
    })
  }
  return router
}
