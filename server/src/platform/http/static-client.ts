import { existsSync, readFileSync } from 'node:fs'
import { extname, join, resolve } from 'node:path'
import express, { type RequestHandler, type Router } from 'express'
import type { Config } from '../config.ts'
import { pageHeaders } from './security-headers.ts'

const NONCE = '__CSP_NONCE__'
const YEAR_MS = 31_536_000_000

/** The built client: hashed files for ever, the page anew each time with its nonce; whatever is no file is a screen of the client. */
export const staticClient = (config: Config): Router => {
  const router = express.Router()
  const folder = resolve(config.clientDir)
  router.use('/assets', express.static(join(folder, 'assets'), { immutable: true, maxAge: YEAR_MS, index: false, fallthrough: false }))
  router.use(express.static(folder, { index: false, maxAge: '1h' }))
  router.get('/{*screen}', ...pageHeaders(config), servePage(join(folder, 'index.html')))
  return router
}

const servePage = (path: string): RequestHandler => {
  let page: string | undefined
  return (req, res, next) => {
    if (extname(req.path) !== '' || !req.accepts('html') || !existsSync(path)) return next()
    page ??= readFileSync(path, 'utf8')
    res.setHeader('Cache-Control', 'no-cache')
    res.type('html').send(page.replaceAll(NONCE, res.locals.nonce as string))
  }
}
