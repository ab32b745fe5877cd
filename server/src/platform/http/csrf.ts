import { timingSafeEqual } from 'node:crypto'
import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import type { RequestHandler } from 'express'

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/** A change comes from our own pages: their origin, and the token of the session, which no other site can read. @throws ORIGIN_REFUSED, CSRF_REFUSED */
export const refuseForgery =
  (origins: readonly string[]): RequestHandler =>
  (req, _res, next) => {
    if (SAFE.has(req.method)) return next()
    const { origin } = req.headers
    const site = req.headers['sec-fetch-site']
    if (origin !== undefined && !origins.includes(origin)) throw new DomainError('ORIGIN_REFUSED')
    if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new DomainError('ORIGIN_REFUSED')
    if (!isSame(req.session.csrfToken, req.headers['x-csrf-token'])) throw new DomainError('CSRF_REFUSED')
    next()
  }

const isSame = (expected: string | undefined, given: string | string[] | undefined): boolean => {
  if (expected === undefined || typeof given !== 'string') return false
  const [a, b] = [Buffer.from(expected), Buffer.from(given)]
  return a.length === b.length && timingSafeEqual(a, b)
}
