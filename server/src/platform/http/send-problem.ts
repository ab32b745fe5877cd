import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import type { ErrorRequestHandler, RequestHandler, Response } from 'express'
import { problemOf, retryAfterOf } from './problem.ts'

/** Answers whatever was thrown, in the one body of every refusal. */
export const errorMiddleware: ErrorRequestHandler = (error: unknown, req, res, next) => {
  if (res.headersSent) return next(error)
  sendProblem(res, error, { requestId: req.id, method: req.method, path: req.path })
}

export const sendProblem = (res: Response, error: unknown, about: object = {}): void => {
  const problem = problemOf(error, about)
  const retryAfter = retryAfterOf(problem)
  if (retryAfter !== undefined) res.setHeader('Retry-After', String(retryAfter))
  res.status(problem.status).setHeader('Content-Type', 'application/problem+json; charset=utf-8')
  res.setHeader('Cache-Control', 'no-store')
  res.end(JSON.stringify(problem))
}

export const unknownRoute: RequestHandler = () => {
  throw new DomainError('NOT_FOUND')
}
