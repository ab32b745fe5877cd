import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'

export type ServerProcess = {
  /** At once, without any last word. */
  kill(): Promise<void>
  stop(): Promise<void>
}

const BUNDLE = 'server/dist/main.js'
const READY_WITHIN_MS = 60_000

/** The product as it runs in production: the bundle, in a process of its own. `npm test` makes the bundle. */
export const startServerProcess = async (url: string, environment: Record<string, string>): Promise<ServerProcess> => {
  if (!existsSync(BUNDLE)) throw new Error(`${BUNDLE} is not there: npm test -- faults makes it`)
  const child = spawn(process.execPath, ['--enable-source-maps', BUNDLE], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => void (said = (said + chunk.toString()).slice(-4_000)))
  const ended = once(child, 'exit')
  const endBy = async (signal: NodeJS.Signals) => {
    child.kill(signal)
    await ended
  }
  const limit = Date.now() + READY_WITHIN_MS
  while (!(await isReady(url))) {
    if (child.exitCode !== null || Date.now() > limit) {
      await endBy('SIGKILL')
      throw new Error(`the server did not start:\n${said}`)
    }
    await wait(50)
  }
  return { kill: () => endBy('SIGKILL'), stop: () => endBy('SIGTERM') }
}

const isReady = (url: string): Promise<boolean> =>
  fetch(`${url}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  )
