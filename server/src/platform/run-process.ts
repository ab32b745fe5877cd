import { setTimeout as wait } from 'node:timers/promises'
import type { Config } from './config.ts'
import { logger, setLogLevel } from './logger.ts'
import { assertIndexes } from './mongo/assert-indexes.ts'
import { connectMongo, disconnectMongo } from './mongo/connect.ts'
import { isDatabaseUnavailable } from './mongo/database-unavailable.ts'
import { migrate } from './mongo/migrate.ts'
import type { RunningApp } from './running-app.ts'
import type { ServerModule } from './server-module.ts'

const HARD_EXIT_MS = 15_000
const DATABASE_RETRY_MS = 2_000

/** The life of a server process: waits for its database, brings it up to date, serves, and on SIGTERM or SIGINT drains and ends with 0. */
export const runProcess = async (config: Config, modules: readonly ServerModule[], start: () => Promise<RunningApp>): Promise<void> => {
  setLogLevel(config.logLevel)
  await openDatabase(config)
  await migrate(modules.flatMap((module) => module.migrations ?? []))
  await assertIndexes()
  const app = await start()
  logger().info({ url: app.url }, 'serving')
  endOnSignals(app)
}

const openDatabase = async (config: Config): Promise<void> => {
  for (;;) {
    try {
      return await connectMongo(config.mongodbUri, { poolSize: config.mongodbPoolSize })
    } catch (error) {
      if (!isDatabaseUnavailable(error)) throw error
      logger().warn({ err: error }, 'the database is away: trying again')
      await wait(DATABASE_RETRY_MS)
    }
  }
}

/** After a fault that nobody caught, the state of the process is unknown: it drains like on a signal, and ends with 1. */
const endOnSignals = (app: RunningApp): void => {
  let isEnding = false
  const end = (code: number) => {
    if (isEnding) return
    isEnding = true
    setTimeout(() => process.exit(1), HARD_EXIT_MS).unref()
    app
      .stop()
      .then(disconnectMongo)
      .then(
        () => process.exit(code),
        (error: unknown) => {
          logger().error({ err: error }, 'the end was not clean')
          process.exit(1)
        },
      )
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => end(0))
  for (const fault of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(fault, (error: unknown) => {
      logger().fatal({ err: error }, fault)
      end(1)
    })
  }
}
