import type { Ack, ClientEvents } from '@mutuo/shared/realtime/contract.ts'
import type { z } from 'zod'
import type { Viewer } from '../access/viewer.ts'

type AckOf<E extends keyof ClientEvents> = Parameters<ClientEvents[E]>[1] extends Ack<infer T> ? T : never
export type SocketCall<I> = { viewer: Viewer; input: I; now: Date }

export type SocketHandler = { event: keyof ClientEvents; input: z.ZodType; handle: (call: SocketCall<never>) => Promise<object> }

/** One socket event: its input is parsed, its answer acknowledged, its refusal acknowledged with the same body as over HTTP. */
export const onSocket = <E extends keyof ClientEvents, S extends z.ZodType>(
  event: E,
  input: S,
  handle: (call: SocketCall<z.output<S>>) => Promise<AckOf<E>>,
): SocketHandler => ({ event, input, handle: handle as SocketHandler['handle'] })
