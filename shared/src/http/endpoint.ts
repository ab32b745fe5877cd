import type { z } from 'zod'

/**
 * Who may knock at all: `anyone` has no session or any; `signedIn` needs a confirmed session; `admin` a platform administrator.
 * What the visitor may then see or do is said by the module's policy.
 */
export type Access = 'anyone' | 'signedIn' | 'admin'

/** One HTTP endpoint, said once: the client calls it, the server serves it and OpenAPI documents it from here. Paths are relative to `/api/v1`. */
export type Endpoint<
  Input extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
  Code extends string = string,
  Who extends Access = Access,
> = {
  /** Verb and noun, unique: the operation's id in OpenAPI and in logs. */
  name: string
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  path: `/${string}`
  access: Who
  /** `required` on creating and money POSTs: the client sends an `Idempotency-Key`, a repeat gets the first answer. */
  idempotency?: 'required'
  /** Path parameters, query and body in one strict object. */
  input: Input
  output: Output
  refusals: readonly Code[]
  /** Answers a file to download instead of JSON; `output` is then `fileAnswer`. */
  file?: MediaType
}

export type MediaType = 'application/pdf' | 'text/csv' | 'text/calendar'

export const defineEndpoint = <I extends z.ZodType, O extends z.ZodType, const C extends string, const A extends Access>(
  endpoint: Endpoint<I, O, C, A>,
) => endpoint

export type InputOf<E extends Endpoint> = z.output<E['input']>
export type OutputOf<E extends Endpoint> = z.output<E['output']>
