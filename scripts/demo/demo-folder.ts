import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../steps/run-command.mjs'

/** Everything that the demo keeps; only `--fresh` empties it. */
const folder = join(root, '.mutuo')
const kept = (name: string) => join(folder, name)

export const databasePath = kept('db')
export const emulatorSnapshot = kept('stripe.json')
export const serverLog = kept('server.log')
export const mailFolder = kept('mail')
export const uploadFolder = kept('files')

/** What runs at the moment, for `npm run invariants` and `npm run cli`. */
export type RunningDemo = { url: string; mongodbUri: string; stripeUrl: string | null; pid: number }
const runningDemo = kept('demo.json')

export const writeRunningDemo = (demo: RunningDemo): void => writeFileSync(runningDemo, `${JSON.stringify(demo, null, 2)}\n`)

export const forgetRunningDemo = (): void => rmSync(runningDemo, { force: true })

/** The demo that runs now, or undefined: one that was killed leaves its file, not its process. */
export const readRunningDemo = (): RunningDemo | undefined => {
  if (!existsSync(runningDemo)) return undefined
  const demo = JSON.parse(readFileSync(runningDemo, 'utf8')) as RunningDemo
  try {
    process.kill(demo.pid, 0)
    return demo
  } catch {
    return undefined
  }
}

export const forgetEmulator = (): void => rmSync(emulatorSnapshot, { force: true })

/** Forgets the data: database, Stripe's state, letters and files. */
export const emptyFolder = (): void => {
  for (const path of [databasePath, emulatorSnapshot, serverLog, mailFolder, uploadFolder]) rmSync(path, { recursive: true, force: true })
}

/** The same from one start to the next, so that sessions survive a restart. */
export const sessionSecret = (): string => {
  const path = kept('session-secret')
  mkdirSync(folder, { recursive: true })
  if (!existsSync(path)) writeFileSync(path, randomBytes(32).toString('base64url'), { mode: 0o600 })
  return readFileSync(path, 'utf8')
}
