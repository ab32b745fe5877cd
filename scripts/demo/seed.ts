import { modules, startApp } from '@mutuo/server/app.ts'
import { parseConfig } from '@mutuo/server/platform/config.ts'
import { connectMongo, disconnectMongo } from '@mutuo/server/platform/mongo/connect.ts'
import { migrate } from '@mutuo/server/platform/mongo/migrate.ts'
import type { RunningApp } from '@mutuo/server/platform/running-app.ts'
import { showStep } from '../steps/show-step.mjs'
import { type DemoLogin, recordSeeded } from './demo-data.ts'

type Seed = { seedDemo(app: RunningApp): Promise<void>; demoLogins: DemoLogin[] }

const config = parseConfig({
  ...process.env,
  LOG_LEVEL: 'warn',
  RUN_JOBS: 'false',
  RATE_LIMIT_FACTOR: '1000',
  SESSION_IDLE_MINUTES: '1000000',
  SESSION_HOURS: '100000',
})
await connectMongo(config.mongodbUri, { poolSize: config.mongodbPoolSize })
await migrate(modules.flatMap((module) => module.migrations ?? []))
const app = await startApp(config, 'seed')
try {
  const { seedDemo, demoLogins } = (await import('@mutuo/server/seed/seed-demo.ts')) as Seed
  await showStep('Création des données de démonstration', () => seedDemo(app))
  await recordSeeded(config.mongodbUri, demoLogins)
} finally {
  await app.stop()
  await disconnectMongo()
}
process.exit(0)
