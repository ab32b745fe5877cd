import type { Endpoint, InputOf } from '@mutuo/shared/http/endpoint.ts'
import type { z } from 'zod'
import type { Locale, Viewer, Visitor } from '../access/viewer.ts'
import { inOneAnswer } from '../mongo/read-once.ts'
import type { SessionControl } from './session-control.ts'

/** Who asks what, when. The viewer is a person, except at endpoints that `anyone` may call. */
export type Call<E extends Endpoint = Endpoint> = {
  viewer: 'anyone' extends E['access'] ? Visitor : Viewer
  input: InputOf<E>
  now: Date
  ip: string
  locale: Locale
  session: SessionControl
}

type Answer<E extends Endpoint> = z.input<E['output']>
type Run<E extends Endpoint, R> = (call: Call<E>) => Promise<R>
type Present<E extends Endpoint, R> = (result: R, call: Call<E>) => Answer<E> | Promise<Answer<E>>

/** An endpoint with what it does. */
export type Route = { endpoint: Endpoint; answer: (call: Call<never>) => Promise<unknown> }

type Serve = {
  <E extends Endpoint>(endpoint: E, how: { run: Run<E, Answer<E>> }): Route
  <E extends Endpoint, R>(endpoint: E, how: { run: Run<E, R>; present: Present<E, R> }): Route
}

/** Serves an endpoint: its access, input, idempotency and output are checked around `run`; `present` turns the result into what this viewer may see. */
export const serve: Serve = <E extends Endpoint, R>(endpoint: E, { run, present }: { run: Run<E, R>; present?: Present<E, R> }): Route => {
  const shown = (result: R, call: Call<E>) => (present ? present(result, call) : result)
  return {
    endpoint,
    answer: async (given) => {
      const call = given as unknown as Call<E>
      if (endpoint.method === 'GET') return inOneAnswer(async () => shown(await run(call), call))
      const result = await run(call)
      return inOneAnswer(async () => shown(result, call))
    },
  }
}
