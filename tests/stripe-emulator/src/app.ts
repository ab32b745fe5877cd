import express, { type ErrorRequestHandler, type Express } from 'express'
import { controlRoutes } from './control/control-routes.ts'
import type { Control } from './control/control.ts'
import { decodeForm } from './http/decode-body.ts'
import type { Endpoint } from './http/endpoint.ts'
import { serveEndpoint } from './http/serve-endpoint.ts'
import { StripeFailure } from './http/stripe-failure.ts'
import { checkoutPage } from './pages/checkout-page.ts'
import { dashboardPage } from './pages/dashboard-page.ts'
import { notice } from './pages/layout.ts'
import { onboardingPage } from './pages/onboarding-page.ts'
import { threeDSecurePage } from './pages/three-d-secure-page.ts'
import { apiEndpoints } from './resources/api-endpoints.ts'
import type { World } from './world/world.ts'

/** The emulator's HTTP face: API, hosted pages, controls. */
export const createApp = (world: World, control: Control): Express => {
  const app = express()
  app.disable('x-powered-by')
  app.set('query parser', decodeForm)
  app.use(express.text({ type: () => true, limit: '1mb' }))
  app.use('/_emu', controlRoutes(control))
  for (const endpoint of apiEndpoints) route(app, world, endpoint)
  app.use(checkoutPage(world), threeDSecurePage(world), onboardingPage(world), dashboardPage(world))
  app.use((req) => {
    throw new StripeFailure(404, { type: 'invalid_request_error', message: `Unrecognized request URL (${req.method}: ${req.path}).` })
  })
  app.use(answerError)
  return app
}

const route = (app: Express, world: World, endpoint: Endpoint) => app[endpoint.method](endpoint.path, serveEndpoint(world, endpoint))

const answerError: ErrorRequestHandler = (error: unknown, req, res, next) => {
  if (res.headersSent) return next(error)
  if (error instanceof StripeFailure && req.path.startsWith('/v')) return void res.status(error.status).json({ error: error.body })
  if (error instanceof StripeFailure)
    return void res.status(error.status).send(notice('Page introuvable', 'Ce lien n’existe pas ou n’existe plus.'))
  console.error(error)
  res.status(500).json({ error: { type: 'api_error', message: 'The emulator failed; see its log.' } })
}
