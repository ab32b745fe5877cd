import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { modules as allModules } from '@mutuo/server/app.ts'
import { type Config, parseConfig } from '@mutuo/server/platform/config.ts'
import { drainEvents } from '@mutuo/server/platform/events/deliver-events.ts'
import { runDueJobs } from '@mutuo/server/platform/jobs/run-due-jobs.ts'
import type { OutgoingMail } from '@mutuo/server/platform/mail/mail-port.ts'
import { now } from '@mutuo/server/platform/clock.ts'
import { startServing } from '@mutuo/server/platform/running-app.ts'
import type { ServerModule } from '@mutuo/server/platform/server-module.ts'
import type { Emulator } from '@mutuo/stripe-emulator/start-emulator.ts'
import { type Client, httpClient } from './client/http-client.ts'
import { type TestDatabase, testDatabase, testServerUri } from './database/test-database.ts'
import { freePort } from './free-port.ts'
import { hasToldAll, startStripe, stripeEnvironment } from './stripe.ts'

export type AppOptions = {
  /** Starts the Stripe emulator beside the app, with the app as its webhook target. */
  stripe?: boolean
  modules?: readonly ServerModule[]
  /** Environment variables on top of the tests' own. */
  environment?: Record<string, string>
}

export type App = {
  url: string
  config: Config
  stripe: Emulator | undefined
  /** A browser of its own: cookies, CSRF token and idempotency keys are kept for you. */
  client(): Client
  /** Until every consumer of every event is done. */
  drain(): Promise<void>
  /** Until Stripe has booked what it took and told all that it has to tell, and every consumer is done. */
  settled(): Promise<void>
  /** Runs each job once, as if it were `at`, then drains. */
  jobs(at?: Date): Promise<void>
  /** The letters written so far, oldest first. */
  mails(): Promise<OutgoingMail[]>
  stop(): Promise<void>
}

/** The real app, all its modules, on a free port and on the open test database. */
export const startApp = async ({ stripe = false, modules = allModules, environment = {} }: AppOptions = {}): Promise<App> => {
  const port = await freePort()
  const url = `http://localhost:${port}`
  const folder = await mkdtemp(join(tmpdir(), 'mutuo-test-'))
  const emulator = stripe ? await startStripe(url, now) : undefined
  const config = parseConfig({ ...baseEnvironment(port, folder), ...stripeEnvironment(emulator), ...environment })
  const running = await startServing(config, modules, 'test')
  const clients: Client[] = []
  return {
    url,
    config,
    stripe: emulator,
    client: () => {
      const client = httpClient(url)
      clients.push(client)
      return client
    },
    drain: drainEvents,
    settled: async () => {
      if (emulator) await hasToldAll(emulator)
      await drainEvents()
    },
    jobs: async (at = now()) => {
      await runDueJobs(at)
      await drainEvents()
    },
    mails: () => mailsIn(config.mailDir),
    stop: async () => {
      for (const client of clients) client.close()
      await running.stop()
      await emulator?.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

export type RunningTestApp = App & { database: TestDatabase }

/** For the top of a describe: a database of the file's own and the app on it, started before the tests and stopped after them, in the right order. */
export const testApp = (options: AppOptions = {}): RunningTestApp => {
  const running = {} as RunningTestApp
  afterAll(() => running.stop?.())
  const database = testDatabase()
  beforeAll(async () => void Object.assign(running, await startApp(options), { database }), 60_000)
  return running
}

const baseEnvironment = (port: number, folder: string): Record<string, string> => ({
  NODE_ENV: 'test',
  PORT: String(port),
  HOST: 'localhost',
  MONGODB_URI: testServerUri(),
  SESSION_SECRET: 'only-for-tests-0123456789-abcdefghijklmnop',
  MAIL_DIR: join(folder, 'mail'),
  UPLOAD_DIR: join(folder, 'files'),
  LOG_LEVEL: process.env.LOG_LEVEL ?? 'silent',
  // Nobody answers there: tests ask no public register.
  SIRENE_API_URL: 'http://localhost:9',
  RUN_JOBS: 'false',
  RATE_LIMIT_FACTOR: '1000',
  SHUTDOWN_DRAIN_MS: '2000',
})

const mailsIn = async (folder: string): Promise<OutgoingMail[]> => {
  const names = await readdir(folder).catch(() => [])
  const letters = names
    .filter((name) => name.endsWith('.json'))
    .map(async (name) => JSON.parse(await readFile(join(folder, name), 'utf8')) as OutgoingMail)
  return (await Promise.all(letters)).sort((a, b) => a.id.localeCompare(b.id))
}
