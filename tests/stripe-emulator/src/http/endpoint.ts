import type { World } from '../world/world.ts'
import { fields, listOf, text, type Read, type Reader } from './params.ts'

export type Call<P> = {
  world: World
  /** The `:id` of the path, empty where there is none. */
  id: string
  /** Second identifier of the path, as in `/v1/transfers/:id/reversals/:childId`. */
  childId: string
  params: P
  /** Connected account of the Stripe-Account or Stripe-Context header. */
  account: string | null
}

export type Endpoint = {
  method: 'get' | 'post' | 'delete'
  path: string
  /** Reads the parameters and answers the execution; throws before it on a validation error. */
  prepare: (input: unknown) => { run: (call: Omit<Call<never>, 'params'>) => unknown; expand: string[] }
}

/** One API endpoint: its known parameters and what it does; unknown parameters answer 400. */
export const endpoint = <F extends Record<string, Reader<unknown>>>(
  method: Endpoint['method'],
  path: string,
  shape: F,
  run: (call: Call<Read<F>>) => unknown,
): Endpoint => {
  const read = fields({ ...shape, expand: listOf(text) })
  return {
    method,
    path,
    prepare: (input) => {
      const { expand, ...params } = read(input, '') as Read<F> & { expand: string[] | undefined }
      return { expand: expand ?? [], run: (call) => run({ ...call, params: params as unknown as Read<F> }) }
    },
  }
}
