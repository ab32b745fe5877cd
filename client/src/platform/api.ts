import type { z } from 'zod'
import type { Problem } from '@mutuo/shared/errors/problem.ts'
import type { Endpoint } from '@mutuo/shared/http/endpoint.ts'
import { askToSignInAgain } from './sign-in-again.ts'

/** A refusal of the server, or the answer that never came (`code` OFFLINE). `retryAfter` in seconds where the server said it. */
export class ApiProblem extends Error {
  constructor(
    readonly problem: Problem,
    readonly retryAfter: number | undefined = undefined,
  ) {
    super(problem.code)
  }
  get code() {
    return this.problem.code
  }
}

export type CallOptions = { idempotencyKey?: string | undefined; signal?: AbortSignal | undefined }
export type InputFor<E extends Endpoint> = z.input<E['input']>
export type AnswerOf<E extends Endpoint> = z.output<E['output']>

const apiBase = '/api/v1'
const patience = { tries: 2, seconds: 5 }
const csrf: { token?: string; renew?: () => Promise<string> } = {}

/** The session tells its token as soon as it knows it; `renew` asks the server for a fresh one. */
export const keepCsrfToken = (token: string) => void (csrf.token = token)
export const renewCsrfTokenWith = (renew: () => Promise<string>) => void (csrf.renew = renew)

/**
 * Asks the server. Fills the path, then the query (GET, DELETE) or a JSON body with the rest of `input`.
 * A session that ended opens the sign-in window and the call goes on; a server that asks for patience gets it twice.
 * @throws ApiProblem
 */
export const call = async <E extends Endpoint>(endpoint: E, input: InputFor<E>, options: CallOptions = {}): Promise<AnswerOf<E>> => {
  const request = requestOf(endpoint, input as Record<string, unknown>, options)
  for (let patienceLeft = patience.tries, mayRenew = true, mayAsk = true; ;) {
    const problem = await attempt(await request(), options.signal)
    if (!(problem instanceof ApiProblem)) return problem.answer as AnswerOf<E>
    if (problem.code === 'CSRF_REFUSED' && mayRenew) {
      mayRenew = false
      await renewCsrf()
    } else if (problem.code === 'SIGNED_OUT' && mayAsk && (await askToSignInAgain())) {
      mayAsk = false
    } else if (isRepeatable(endpoint, options) && patienceLeft > 0 && (problem.retryAfter ?? Infinity) <= patience.seconds) {
      patienceLeft -= 1
      await wait(problem.retryAfter ?? 1)
    } else throw problem
  }
}

const requestOf = (endpoint: Endpoint, input: Record<string, unknown>, { idempotencyKey }: CallOptions) => {
  const { path, rest } = fillPath(endpoint.path, input)
  const isRead = endpoint.method === 'GET'
  const inQuery = isRead || endpoint.method === 'DELETE'
  return async () => {
    if (!isRead && csrf.token === undefined) await renewCsrf()
    const headers = new Headers({ Accept: 'application/json' })
    if (!inQuery) headers.set('Content-Type', 'application/json')
    if (!isRead && csrf.token) headers.set('X-CSRF-Token', csrf.token)
    if (endpoint.idempotency && idempotencyKey) headers.set('Idempotency-Key', idempotencyKey)
    const url = apiBase + path + (inQuery ? queryOf(rest) : '')
    return new Request(url, {
      method: endpoint.method,
      headers,
      credentials: 'same-origin',
      ...(inQuery ? {} : { body: JSON.stringify(rest) }),
    })
  }
}

/** Where a file endpoint is downloaded from, for a link. */
export const fileAddress = <E extends Endpoint>({ path }: E, input: InputFor<E>): string => {
  const filled = fillPath(path, input as Record<string, unknown>)
  return apiBase + filled.path + queryOf(filled.rest)
}

const fillPath = (template: string, input: Record<string, unknown>) => {
  const rest = { ...input }
  const path = template.replace(/:(\w+)/g, (_, name: string) => {
    const value = rest[name]
    delete rest[name]
    return encodeURIComponent(String(value))
  })
  return { path, rest }
}

const queryOf = (values: Record<string, unknown>) => {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(values)) {
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined && one !== null && one !== '') query.append(name, String(one))
  }
  const text = query.toString()
  return text && `?${text}`
}

const attempt = async (request: Request, signal: AbortSignal | undefined): Promise<{ answer: unknown } | ApiProblem> => {
  const response = await fetch(request, signal ? { signal } : {}).catch((error: unknown) => {
    if (signal?.aborted) throw error
    return undefined
  })
  if (!response) return new ApiProblem(unnamedProblem(0, 'OFFLINE'))
  const body: unknown = await response.json().catch(() => undefined)
  if (response.ok) return { answer: body }
  const retryAfter = Number(response.headers.get('Retry-After') ?? NaN)
  return new ApiProblem(
    isProblem(body) ? body : unnamedProblem(response.status, 'INTERNAL'),
    Number.isFinite(retryAfter) ? retryAfter : undefined,
  )
}

const isProblem = (body: unknown): body is Problem => typeof body === 'object' && body !== null && 'code' in body && 'errorId' in body
const unnamedProblem = (status: number, code: string): Problem => ({
  type: 'about:blank',
  title: code,
  status,
  code,
  params: {},
  errorId: '',
  issues: [],
})
const isRepeatable = (endpoint: Endpoint, { idempotencyKey }: CallOptions) =>
  endpoint.method === 'GET' || Boolean(endpoint.idempotency && idempotencyKey)
const wait = (seconds: number) => new Promise((resolve) => setTimeout(resolve, seconds * 1000))
const renewCsrf = async () => {
  if (csrf.renew) csrf.token = await csrf.renew()
}
