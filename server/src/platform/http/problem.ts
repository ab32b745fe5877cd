import { STATUS_CODES } from 'node:http'
import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import { platformErrors } from '@mutuo/shared/errors/error-code.ts'
import type { Problem } from '@mutuo/shared/errors/problem.ts'
import { v7 as newId } from 'uuid'
import type { ZodError } from 'zod'
import { logger } from '../logger.ts'
import { isDatabaseUnavailable } from '../mongo/database-unavailable.ts'

type Issue = Problem['issues'][number]

/** Input that does not fit its schema, with every field at fault. */
export class InvalidInput extends DomainError<'INVALID_INPUT'> {
  constructor(readonly issues: Issue[]) {
    super('INVALID_INPUT')
  }
}

const MOST_ISSUES = 50
const UNLISTED = 422

let statuses: Record<string, number> = platformErrors

/** Brings in what the modules may refuse, code → status. @throws Error when two give one code two statuses */
export const useErrorStatuses = (tables: Record<string, number>[]): void => {
  const merged: Record<string, number> = { ...platformErrors }
  for (const [code, status] of tables.flatMap((table) => Object.entries(table))) {
    if ((merged[code] ?? status) !== status) throw new Error(`${code} has two statuses: ${merged[code]} and ${status}`)
    merged[code] = status
  }
  statuses = merged
}

/** What is answered for anything that was thrown. What nobody meant is a bug: logged whole under its id, told as INTERNAL. */
export const problemOf = (error: unknown, about: object = {}): Problem => {
  const refusal = refusalOf(error)
  const errorId = newId()
  const code = refusal?.code ?? 'INTERNAL'
  const status = statuses[code] ?? UNLISTED
  if (!refusal || status >= 500) logger().error({ err: error, errorId, code, ...about }, 'request failed')
  else if (!(code in statuses)) logger().error({ errorId, code, ...about }, 'a refusal is in no table of errors')
  return {
    type: 'about:blank',
    title: STATUS_CODES[status] ?? 'Error',
    status,
    code,
    params: refusal?.params ?? {},
    errorId,
    issues: refusal instanceof InvalidInput ? refusal.issues : [],
  }
}

const refusalOf = (error: unknown): DomainError | undefined => {
  if (error instanceof DomainError) return error
  if (isDatabaseUnavailable(error)) return new DomainError('DATABASE_UNAVAILABLE')
  return requestRefusalOf(error)
}

/** What Express's own readers of bodies, paths and files refuse. */
const requestRefusalOf = (error: unknown): DomainError | undefined => {
  const { expose, status } = (error ?? {}) as { expose?: unknown; status?: unknown }
  if (error instanceof URIError) return new DomainError('MALFORMED_BODY')
  if (expose !== true || typeof status !== 'number') return undefined
  return new DomainError(CODES_OF_STATUSES[status] ?? 'MALFORMED_BODY')
}

const CODES_OF_STATUSES: Record<number, string> = {
  403: 'NOT_FOUND',
  404: 'NOT_FOUND',
  413: 'BODY_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
}

export const invalidInputOf = ({ issues }: ZodError): InvalidInput => new InvalidInput(issues.slice(0, MOST_ISSUES).flatMap(issuesOf))

const issuesOf = (issue: ZodError['issues'][number]): Issue[] => {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.slice(0, MOST_ISSUES).map((key) => ({ path: [...issue.path, key].join('.'), code: 'unknown_field' }))
  const isNamed = issue.code === 'custom' && /^[A-Z][A-Z_]+$/.test(issue.message)
  return [{ path: issue.path.join('.'), code: isNamed ? issue.message : issue.code }]
}

/** Seconds after which a try may succeed, for those refusals that pass by themselves. */
export const retryAfterOf = ({ status, code, params }: Problem): number | undefined => {
  if (typeof params.retryAfterSeconds === 'number') return params.retryAfterSeconds
  if (code === 'IDEMPOTENCY_IN_FLIGHT') return 1
  return status === 503 ? 2 : status === 429 ? 10 : undefined
}
