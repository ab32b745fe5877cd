import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import type { Endpoint } from '@mutuo/shared/http/endpoint.ts'
import type { Request } from 'express'
import { z } from 'zod'
import { InvalidInput, invalidInputOf } from './problem.ts'

const DEEPEST = 32

/** The path's parameters with the query (GET, DELETE) or the body (POST, PATCH), in one object that the endpoint's schema reads. */
export const inputReader = ({ method, input }: Endpoint): ((req: Request) => unknown) => {
  const isInQuery = method === 'GET' || method === 'DELETE'
  const lists = isInQuery ? listsOf(input) : new Set<string>()
  return (req) => {
    const sent = isInQuery ? queryOf(req, lists) : bodyOf(req)
    const parsed = input.safeParse(merged(sent, req.params))
    if (!parsed.success) throw invalidInputOf(parsed.error)
    return parsed.data
  }
}

const merged = (sent: Record<string, unknown>, params: object): Record<string, unknown> => {
  const collisions = Object.keys(params).filter((name) => Object.hasOwn(sent, name))
  if (collisions.length > 0) throw new InvalidInput(collisions.map((path) => ({ path, code: 'collision' })))
  return { ...sent, ...params }
}

const queryOf = (req: Request, lists: Set<string>): Record<string, unknown> => {
  const entries = Object.entries(req.query)
  refusePrototypeKeys(req.query)
  return Object.fromEntries(entries.map(([name, value]) => [name, lists.has(name) && typeof value === 'string' ? [value] : value]))
}

const bodyOf = (req: Request): Record<string, unknown> => {
  const body: unknown = req.body ?? {}
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw new InvalidInput([{ path: '', code: 'invalid_type' }])
  refusePrototypeKeys(body)
  return body as Record<string, unknown>
}

const refusePrototypeKeys = (value: unknown): void => {
  if (typeof value !== 'object' || value === null) return
  if (Object.hasOwn(value, '__proto__')) throw new DomainError('MALFORMED_BODY')
  for (const inner of Object.values(value)) refusePrototypeKeys(inner)
}

/** Which parameters are lists: a query that names one once still means a list. */
const listsOf = (input: z.ZodType): Set<string> => {
  const { properties = {} } = z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) as {
    properties?: Record<string, { type?: string }>
  }
  return new Set(Object.keys(properties).filter((name) => properties[name]?.type === 'array'))
}

/** Before parsing: brackets deeper than any of our bodies are an attack on recursion. */
export const refuseDeepJson = (body: Buffer): void => {
  let depth = 0
  let isInString = false
  for (let at = 0; at < body.length; at += 1) {
    const byte = body[at]
    if (isInString) {
      if (byte === BACKSLASH) at += 1
      else if (byte === QUOTE) isInString = false
    } else if (byte === QUOTE) isInString = true
    else if (byte === OPEN_BRACE || byte === OPEN_BRACKET) depth += 1
    else if (byte === CLOSE_BRACE || byte === CLOSE_BRACKET) depth -= 1
    if (depth > DEEPEST) throw new DomainError('MALFORMED_BODY')
  }
}

const [QUOTE, BACKSLASH, OPEN_BRACE, CLOSE_BRACE, OPEN_BRACKET, CLOSE_BRACKET] = Buffer.from('"\\{}[]')
