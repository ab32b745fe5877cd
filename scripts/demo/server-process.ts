import { spawn } from 'node:child_process'
import { createWriteStream, mkdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { root } from '../steps/run-command.mjs'
import { serverLog } from './demo-folder.ts'

export type ServerProcess = { ended: Promise<number>; stop(): Promise<void> }

const READY_WITHIN_MS = 120_000
const LOG_LINES = 20

/** Starts `node …args` with this environment, its log going to .mutuo/server.log. */
export const startServerProcess = (args: string[], environment: Record<string, string>): ServerProcess => {
  mkdirSync(dirname(serverLog), { recursive: true })
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...environment },
  })
  const log = createWriteStream(serverLog, { flags: 'a' })
  child.stdout.pipe(log, { end: false })
  child.stderr.pipe(log, { end: false })
  const ended = new Promise<number>((resolve) => child.once('close', (code) => resolve(code ?? 1)))
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
  }
  return { ended, stop }
}

const isReady = (url: string): Promise<boolean> =>
  fetch(`${url}/readyz`, { signal: AbortSignal.timeout(2_000) }).then(
    ({ ok }) => ok,
    () => false,
  )

/** Waits until /readyz answers 200. @throws Error with the end of the log when the process ends before, or takes two minutes */
export const waitUntilReady = async (url: string, server: ServerProcess): Promise<void> => {
  let hasEnded = false
  void server.ended.then(() => (hasEnded = true))
  const limit = Date.now() + READY_WITHIN_MS
  while (!(await isReady(url))) {
    if (hasEnded || Date.now() > limit) throw new Error(`Le serveur n’a pas démarré :\n${endOfLog()}`)
    await wait(100)
  }
}

export const endOfLog = (): string => readFileSync(serverLog, 'utf8').trimEnd().split('\n').slice(-LOG_LINES).join('\n')
