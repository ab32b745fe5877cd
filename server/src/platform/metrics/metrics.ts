import type { RequestHandler } from 'express'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { outboxStore } from '../events/outbox.store.ts'
import { socketServer } from '../realtime/socket-server.ts'

export const registry = new Registry()

collectDefaultMetrics({ register: registry })

const requests = new Histogram({
  name: 'mutuo_http_request_seconds',
  help: 'Time to answer, by method, first word of the path and class of status.',
  labelNames: ['method', 'resource', 'status'],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
  registers: [registry],
})

new Gauge({
  name: 'mutuo_sockets',
  help: 'Open sockets of this process.',
  registers: [registry],
  collect() {
    this.set(socketServer()?.of('/').sockets.size ?? 0)
  },
})

new Gauge({
  name: 'mutuo_outbox',
  help: 'Events that wait for a consumer, and those that are dead.',
  labelNames: ['state'],
  registers: [registry],
  async collect() {
    this.set({ state: 'pending' }, await outboxStore.pendingCount().catch(() => Number.NaN))
    this.set({ state: 'dead' }, await outboxStore.deadCount().catch(() => Number.NaN))
  },
})

/** Under `/api/v1`: the first word is a resource, so that the labels are few. */
export const measureRequests =
  (resources: ReadonlySet<string>): RequestHandler =>
  (req, res, next) => {
    const done = requests.startTimer()
    const word = req.path.split('/')[1] ?? ''
    res.once('finish', () =>
      done({ method: req.method, resource: resources.has(word) ? word : 'unknown', status: `${Math.floor(res.statusCode / 100)}xx` }),
    )
    next()
  }
