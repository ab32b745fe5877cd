import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import type { RequestHandler } from 'express'

const MOST_AT_ONCE = 400

/** Beyond what this process can finish in time, an early no is kinder than a late answer. @throws OVERLOADED */
export const refuseOverload = (mostAtOnce = MOST_AT_ONCE): RequestHandler => {
  let underWay = 0
  return (_req, res, next) => {
    if (underWay >= mostAtOnce) throw new DomainError('OVERLOADED')
    underWay += 1
    res.once('close', () => (underWay -= 1))
    next()
  }
}
