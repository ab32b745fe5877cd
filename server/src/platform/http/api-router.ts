import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import express, { type RequestHandler, type Router } from 'express'
import type { Config } from '../config.ts'
import { handleCall } from './handle-call.ts'
import type { Route } from './serve-endpoint.ts'

/** One router for each first word of a path: a request is compared with its own resource's routes only. @throws Error when two endpoints collide */
export const apiRouter = (routes: readonly Route[], config: Config): Router => {
  refuseTwins(routes)
  const router = express.Router()
  for (const [word, own] of groupBy(routes, ({ endpoint }) => endpoint.path.split('/')[1] as string)) {
    router.use(
      `/${word}`,
      resourceRouter(own, (path) => path.slice(word.length + 1) || '/', config),
    )
  }
  return router
}

/** Words before parameters, whatever the order of declaration; then a refusal for each path that exists with another method. */
const resourceRouter = (routes: readonly Route[], within: (path: string) => string, config: Config): Router => {
  const router = express.Router()
  const ordered = routes.toSorted((a, b) => byWordsFirst(a.endpoint.path, b.endpoint.path))
  for (const route of ordered) router[methodOf(route)](within(route.endpoint.path), handleCall(route, config))
  for (const [path, onPath] of groupBy(ordered, ({ endpoint }) => endpoint.path)) {
    router.all(within(path), refuseMethod(onPath.map(({ endpoint }) => endpoint.method)))
  }
  return router
}

const byWordsFirst = (a: string, b: string): number => {
  const [left, right] = [a, b].map((path) => path.replaceAll(/:\w+/g, '\uffff')) as [string, string]
  return left < right ? -1 : left > right ? 1 : 0
}

const groupBy = <T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>()
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
  return groups
}

const methodOf = ({ endpoint }: Route) => endpoint.method.toLowerCase() as 'get' | 'post' | 'patch' | 'delete'

const refuseMethod =
  (known: string[]): RequestHandler =>
  (_req, res) => {
    res.setHeader('Allow', known.join(', '))
    throw new DomainError('METHOD_NOT_ALLOWED')
  }

const refuseTwins = (routes: readonly Route[]): void => {
  const seen = new Set<string>()
  for (const { endpoint } of routes) {
    for (const key of [endpoint.name, `${endpoint.method} ${endpoint.path.replaceAll(/:\w+/g, ':')}`]) {
      if (seen.has(key)) throw new Error(`two routes are ${key}`)
      seen.add(key)
    }
  }
}
