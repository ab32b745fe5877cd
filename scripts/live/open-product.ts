import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { modules } from '@mutuo/server/app.ts'
import { type Config, parseConfig } from '@mutuo/server/platform/config.ts'
import { connectMongo, disconnectMongo } from '@mutuo/server/platform/mongo/connect.ts'
import { composeModules } from '@mutuo/server/platform/running-app.ts'
import { readRunningDemo } from '../demo/demo-folder.ts'

/** Where to look when no MONGODB_URI was given: the running demo, else what .env says, as for `npm start`. */
const knownEnvironment = (): Record<string, string> => {
  const demo = readRunningDemo()
  if (demo) return { MONGODB_URI: demo.mongodbUri, APP_URL: demo.url, ...(demo.stripeUrl && { STRIPE_API_BASE: demo.stripeUrl }) }
  if (existsSync('.env')) process.loadEnvFile('.env')
  if (!process.env.MONGODB_URI) throw new Error('Which database? Set MONGODB_URI, or start the demo: npm run demo')
  return {}
}

/** The configuration of a command that serves nobody, and so needs no secret for sessions. */
export const liveConfig = (): Config => {
  const known = process.env.MONGODB_URI ? {} : knownEnvironment()
  return parseConfig({ SESSION_SECRET: randomBytes(32).toString('base64url'), LOG_LEVEL: 'warn', ...process.env, ...known })
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
