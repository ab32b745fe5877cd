import type { Problem } from '@mutuo/shared/errors/problem.ts'
import type { ClientEvents, ServerEvents } from '@mutuo/shared/realtime/contract.ts'
import { io, type Socket } from 'socket.io-client'

type Heard<E extends keyof ServerEvents> = Parameters<ServerEvents[E]>[0]
type AckBody = { ok: boolean; problem?: Problem; [field: string]: unknown }

export type LiveSocket = {
  raw: Socket<ServerEvents, ClientEvents>
  /** Sends an event and answers its acknowledgement. */
  ask(event: string, input: unknown): Promise<AckBody>
  /** The first such event, already heard or within `ms`, that fits. @throws Error when none came */
  heard<E extends keyof ServerEvents>(event: E, fits?: (value: Heard<E>) => boolean, ms?: number): Promise<Heard<E>>
  /** All that came so far. */
  all<E extends keyof ServerEvents>(event: E): Heard<E>[]
  /** Waits a while, and throws if such an event came. */
  hearsNo<E extends keyof ServerEvents>(event: E, fits?: (value: Heard<E>) => boolean, ms?: number): Promise<void>
  closed(ms?: number): Promise<string>
  close(): void
}

const PATIENCE_MS = 5_000
const SILENCE_MS = 400

type Extra = { origin?: string | null; transports?: ('websocket' | 'polling')[] }

/** @throws Error with the server's reason when the connection is refused */
export const openSocket = async (
  url: string,
  cookie: string,
  { origin = url, transports = ['websocket'] }: Extra = {},
): Promise<LiveSocket> => {
  const extraHeaders = { ...(cookie && { Cookie: cookie }), ...(origin && { Origin: origin }) }
  const raw: Socket<ServerEvents, ClientEvents> = io(url, { transports, forceNew: true, reconnection: false, extraHeaders })
  const events: { name: string; value: unknown }[] = []
  let ending = ''
  raw.onAny((name: string, value: unknown) => void events.push({ name, value }))
  raw.on('disconnect', (reason) => void (ending = reason))
  await new Promise<void>((resolve, reject) => {
    raw.once('connect', resolve)
    raw.once('connect_error', (error) => {
      raw.close()
      reject(error)
    })
  })
  const all = <E extends keyof ServerEvents>(event: E) => events.filter(({ name }) => name === event).map(({ value }) => value as Heard<E>)
  return {
    raw,
    all,
    ask: (event, input) =>
      (raw as unknown as { timeout(ms: number): { emitWithAck(event: string, input: unknown): Promise<AckBody> } })
        .timeout(PATIENCE_MS)
        .emitWithAck(event, input),
    heard: async (event, fits = () => true, ms = PATIENCE_MS) => {
      const found = await until(() => all(event).find(fits), ms)
      if (found === undefined) throw new Error(`no "${event}" that fits in ${ms} ms; heard ${JSON.stringify(events)}`)
      return found
    },
    hearsNo: async (event, fits = () => true, ms = SILENCE_MS) => {
      const found = await until(() => all(event).find(fits), ms)
      if (found !== undefined) throw new Error(`heard "${event}": ${JSON.stringify(found)}`)
    },
    closed: async (ms = PATIENCE_MS) => {
      const reason = await until(() => ending || undefined, ms)
      if (reason === undefined) throw new Error(`still open after ${ms} ms`)
      return reason
    },
    close: () => void raw.close(),
  }
}

const until = async <T>(look: () => T | undefined, ms: number): Promise<T | undefined> => {
  const deadline = Date.now() + ms
  for (;;) {
    const found = look()
    if (found !== undefined || Date.now() > deadline) return found
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
