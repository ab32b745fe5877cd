import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { modules } from '@mutuo/server/app.ts'
import { type Config, parseConfig } from '@mutuo/server/platform/config.ts'
import { connectMongo, disconnectMongo } from '@mutuo/server/platform/mongo/connect.ts'
import { composeModules } from '@mutuo/server/platform/running-app.ts'
import { readRunningDemo } from '../demo/demo-folder.ts'

/** The environment of the running demo, for whoever gave no MONGODB_URI. */
const demoEnvironment = (): Record<string, string> => {
  const demo = readRunningDemo()
  if (!demo) throw new Error('Which database? Set MONGODB_URI, or start the demo: npm run demo')
  return { MONGODB_URI: demo.mongodbUri, APP_URL: demo.url, ...(demo.stripeUrl && { STRIPE_API_BASE: demo.stripeUrl }) }
}

/** The configuration of this process: its environment and .env, else that of the running demo. It serves nobody, so it needs no secret for sessions. */
export const liveConfig = (): Config => {
  if (existsSync('.env')) process.loadEnvFile('.env')
  const given = process.env.MONGODB_URI ? {} : demoEnvironment()
  return parseConfig({ SESSION_SECRET: randomBytes(32).toString('base64url'), LOG_LEVEL: 'warn', ...process.env, ...given })
}

/** Opens the use cases on a live database for a command; it delivers no events and serves nobody. */
export const withProduct = async (config: Config, work: () => Promise<void>): Promise<void> => {
  await connectMongo(config.mongodbUri, { poolSize: 5 })
  try {
    composeModules(config, modules)
    await work()
  } finally {
    await disconnectMongo()
  }
}
