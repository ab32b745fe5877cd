import compression from 'compression'
import express, { type Express, type RequestHandler } from 'express'
import { v7 as newId } from 'uuid'
import type { Config } from '../config.ts'
import { logRequests } from './log-requests.ts'
import { measureRequests } from '../metrics/metrics.ts'
import type { ServerModule } from '../server-module.ts'
import type { AccountsPort } from './accounts-port.ts'
import { apiDocs } from './api-docs.ts'
import { apiRouter } from './api-router.ts'
import { jsonBody, jsonOnly } from './body.ts'
import { refuseForgery } from './csrf.ts'
import { probes, type Readiness } from './probes.ts'
import { limitRequests } from './rate-limit.ts'
import { refuseOverload } from './refuse-overload.ts'
import { apiHeaders } from './security-headers.ts'
import { errorMiddleware, unknownRoute } from './send-problem.ts'
import { limitSessionAge, sessionCookieName } from './session.ts'
import { readViewer } from './sign-in.ts'
import { staticClient } from './static-client.ts'
import { webhookRouter } from './webhook-router.ts'

type Parts = {
  config: Config
  modules: readonly ServerModule[]
  accounts: AccountsPort | undefined
  session: RequestHandler
  readiness: Readiness
  version: string
}

/** All HTTP, in the order in which a request meets it: what needs no session comes before sessions. */
export const httpApp = ({ config, modules, accounts, session, readiness, version }: Parts): Express => {
  const routes = modules.flatMap((module) => module.routes ?? [])
  const app = express()
  app.set('etag', false)
  app.disable('x-powered-by')
  app.set('query parser', 'simple')
  app.set('trust proxy', config.trustProxy)
  app.set('session cookie', sessionCookieName(config))
  app.use(nameRequest(readiness))
  app.use(probes(config, readiness, version))
  app.use(compression({ threshold: 1024 }))
  app.use('/api', logRequests())
  app.use('/api', apiDocs(routes, config))
  app.use('/api', ...apiHeaders(config))
  app.use('/api/webhooks', webhookRouter(modules.flatMap((module) => module.webhooks ?? [])))
  app.use(
    '/api/v1',
    measureRequests(new Set(routes.map(({ endpoint }) => endpoint.path.split('/')[1] as string))),
    refuseOverload(),
    jsonOnly,
    jsonBody,
    session,
    limitSessionAge(config),
    readViewer(accounts),
    refuseForgery(config.origins),
    limitRequests(),
    apiRouter(routes, config),
  )
  app.use('/api', unknownRoute)
  app.use(staticClient(config))
  app.use(unknownRoute)
  app.use(errorMiddleware)
  return app
}

/** Each request has a name in logs and answers; while the process drains, each answer closes its connection. */
const nameRequest =
  (readiness: Readiness): RequestHandler =>
  (req, res, next) => {
    req.id = newId()
    res.setHeader('X-Request-Id', req.id)
    res.setHeader('X-Content-Type-Options', 'nosniff')
    if (readiness.isDraining) res.setHeader('Connection', 'close')
    next()
  }
