import { randomBytes } from 'node:crypto'
import type { RequestHandler } from 'express'
import helmet from 'helmet'
import type { Config } from '../config.ts'

const SHARED = {
  'default-src': ["'none'"],
  'base-uri': ["'none'"],
  'object-src': ["'none'"],
  'frame-ancestors': ["'none'"],
  'form-action': ["'self'"],
} as const

const secured = (config: Config, directives: Record<string, readonly string[]>): RequestHandler =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { ...SHARED, ...directives, ...(config.isSecure && { 'upgrade-insecure-requests': [] }) } as never,
    },
    strictTransportSecurity: config.isSecure ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
  })

/** Answers of the API are data: a browser that shows one as a page may load nothing. */
export const apiHeaders = (config: Config): RequestHandler[] => [
  secured(config, {}),
  (_req, res, next) => {
    res.setHeader('Cache-Control', 'no-store')
    next()
  },
]

/** The page: our own scripts and styles, and those that carry the nonce of this very answer (`res.locals.nonce`). */
export const pageHeaders = (config: Config): RequestHandler[] => [
  (_req, res, next) => {
    res.locals.nonce = randomBytes(16).toString('base64url')
    next()
  },
  (req, res, next) => {
    const nonce = `'nonce-${res.locals.nonce}'`
    secured(config, {
      'script-src': ["'self'", nonce],
      'style-src': ["'self'", nonce],
      'img-src': ["'self'", 'data:'],
      'font-src': ["'self'"],
      'connect-src': ["'self'"],
      'manifest-src': ["'self'"],
      'worker-src': ["'self'"],
    })(req, res, next)
  },
]

/** The page of the API's documentation brings styles of its own. */
export const docsHeaders = (config: Config): RequestHandler =>
  secured(config, {
    'script-src': ["'self'"],
    'style-src': ["'self'", "'unsafe-inline'"],
    'img-src': ["'self'", 'data:'],
    'font-src': ["'self'", 'data:'],
    'connect-src': ["'self'"],
  })
