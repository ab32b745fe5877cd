import express, { type Router } from 'express'
import swaggerUi from 'swagger-ui-express'
import type { Config } from '../config.ts'
import { openApiOf } from './openapi.ts'
import { docsHeaders } from './security-headers.ts'
import type { Route } from './serve-endpoint.ts'

/** `/openapi.json`, and `/docs`, a page to read it. */
export const apiDocs = (routes: readonly Route[], config: Config): Router => {
  const router = express.Router()
  let document: string | undefined
  router.get('/openapi.json', (_req, res) => {
    document ??= JSON.stringify(openApiOf(routes.map(({ endpoint }) => endpoint)))
    res.type('json').send(document)
  })
  const page = swaggerUi.setup(undefined, { customSiteTitle: 'Mutuo — API', swaggerOptions: { url: '/api/openapi.json' } })
  router.use('/docs', docsHeaders(config), swaggerUi.serveFiles(undefined, { swaggerOptions: { url: '/api/openapi.json' } }), page)
  return router
}
