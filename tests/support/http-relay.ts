import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Passing = { method: string; path: string }
/** Where a request is when a test steps in: come from our side, or answered by the other and not yet told to ours. */
export type Moment = 'asked' | 'answered'

export type HttpRelay = {
  url: string
  /** Called as each request passes. What it answers `false` to goes no further: the cable is silent. */
  watch(step: (moment: Moment, passing: Passing) => boolean | void): void
  stop(): Promise<void>
}

/** Stands between the server and Stripe, so that a test can act at the very moment between a deed and its record. */
export const httpRelay = async (target: string): Promise<HttpRelay> => {
  let step: (moment: Moment, passing: Passing) => boolean | void = () => true
  const server = createServer((near, answer) => {
    void (async () => {
      const passing = { method: near.method ?? '', path: (near.url ?? '').split('?')[0]! }
      const body = await bodyOf(near)
      if (step('asked', passing) === false) return
      const far = await fetch(target + near.url, {
        method: passing.method,
        headers: headersOf(near),
        ...(body.length > 0 && { body }),
      })
      const told = Buffer.from(await far.arrayBuffer())
      if (step('answered', passing) === false) return
      const kept = [...far.headers].filter(([name]) => !hopByHop.has(name))
      answer.writeHead(far.status, Object.fromEntries(kept)).end(told)
    })().catch(() => answer.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    watch: (next) => void (step = next),
    stop: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

const hopByHop = new Set(['connection', 'keep-alive', 'transfer-encoding', 'content-length', 'content-encoding', 'host'])

const headersOf = ({ headers }: IncomingMessage): [string, string][] =>
  Object.entries(headers).flatMap(([name, value]) =>
    hopByHop.has(name) || value === undefined ? [] : [[name, String(value)] as [string, string]],
  )

const bodyOf = async (near: IncomingMessage): Promise<Buffer<ArrayBuffer>> => {
  const parts: Buffer[] = []
  for await (const part of near) parts.push(part as Buffer)
  return Buffer.concat(parts)
}
