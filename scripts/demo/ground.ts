import { type DatabaseServer, startDatabase } from '@mutuo/server/platform/mongo/choose-server.ts'
import { type Emulator, startEmulator } from '@mutuo/stripe-emulator/start-emulator.ts'
import { SECRET_KEY, WEBHOOK_SECRETS } from '@mutuo/stripe-emulator/world/world.ts'
import { runCommand } from '../steps/run-command.mjs'
import { showStep } from '../steps/show-step.mjs'
import { dropDatabase, isEmpty, seededLogins } from './demo-data.ts'
import { databasePath, emulatorSnapshot, forgetEmulator, mailFolder, sessionSecret, uploadFolder } from './demo-folder.ts'
import { isFree } from './free-port.ts'

/** What the server stands on: a database with the demo's data, and Stripe or its emulator. `environment` leads the server there. */
export type Ground = {
  environment: Record<string, string>
  mongodbUri: string
  stripeUrl: string | null
  stop(): Promise<void>
}

/** `appUrl` is where the browser goes, `port` where the server listens. `signal` cuts the making of the data off. */
type Place = { appUrl: string; port: number; signal: AbortSignal }

const withDatabaseName = (uri: string): string => {
  const address = new URL(uri)
  address.pathname = '/mutuo'
  return address.href
}

/** The emulator of this repository, telling its events to the server's port. */
const startStripe = async (port: number, serverPort: number): Promise<Emulator> => {
  const webhooks = `http://localhost:${serverPort}/api/webhooks`
  return startEmulator({
    port: (await isFree(port)) ? port : 0,
    snapshotPath: emulatorSnapshot,
    webhookUrls: { v1: `${webhooks}/stripe`, connect: `${webhooks}/stripe-connect`, v2: `${webhooks}/stripe-v2` },
  })
}

const stripeEnvironment = (emulator: Emulator): Record<string, string> => ({
  STRIPE_API_BASE: emulator.url,
  STRIPE_SECRET_KEY: SECRET_KEY,
  STRIPE_WEBHOOK_SECRET: WEBHOOK_SECRETS.v1,
  STRIPE_WEBHOOK_SECRET_CONNECT: WEBHOOK_SECRETS.connect,
  STRIPE_WEBHOOK_SECRET_V2: WEBHOOK_SECRETS.v2,
})

const serverEnvironment = ({ appUrl, port }: Place, mongodbUri: string): Record<string, string> => ({
  PORT: String(port),
  HOST: process.env.HOST ?? '127.0.0.1',
  APP_URL: appUrl,
  MONGODB_URI: mongodbUri,
  MONGODB_POOL_SIZE: process.env.MONGODB_POOL_SIZE ?? '20',
  SESSION_SECRET: process.env.SESSION_SECRET ?? sessionSecret(),
  MAIL_DIR: mailFolder,
  UPLOAD_DIR: uploadFolder,
})

/** A database of our own whose seeding was cut off starts over; one that was given with data in it is left as it is. */
const needsSeeding = async ({ isExternal }: DatabaseServer, mongodbUri: string): Promise<boolean> => {
  if (await seededLogins(mongodbUri)) return false
  if (isExternal) return isEmpty(mongodbUri)
  await dropDatabase(mongodbUri)
  forgetEmulator()
  return true
}

/** Makes the data through the use cases, in a process that serves meanwhile on another port, so that Stripe's events arrive and no visitor does. */
const seed = async (place: Place, mongodbUri: string, hasOwnStripe: boolean): Promise<void> => {
  const port = place.port + 2
  const emulator = hasOwnStripe ? undefined : await startStripe(place.port + 1, port)
  const environment = { ...serverEnvironment({ ...place, port }, mongodbUri), ...(emulator && stripeEnvironment(emulator)) }
  const { code } = await runCommand(process.execPath, ['--import', 'tsx', 'scripts/demo/seed.ts'], { environment, signal: place.signal })
  await emulator?.stop()
  if (code !== 0) throw new Error('Les données de démonstration n’ont pas pu être créées.')
}

/** Starts database and Stripe, and makes the data where there is none. With a key of Stripe's in the environment, there is no emulator. */
export const startGround = async (place: Place): Promise<Ground> => {
  const database = await showStep('Démarrage de la base de données', () => startDatabase({ dbPath: databasePath }))
  const mongodbUri = database.isExternal ? database.uri : withDatabaseName(database.uri)
  const hasOwnStripe = Boolean(process.env.STRIPE_SECRET_KEY)
  try {
    if (await needsSeeding(database, mongodbUri)) await seed(place, mongodbUri, hasOwnStripe)
    const emulator = hasOwnStripe ? undefined : await startStripe(place.port + 1, place.port)
    if (emulator) console.log(`Stripe : émulateur sur ${emulator.url}`)
    return {
      mongodbUri,
      stripeUrl: emulator?.url ?? null,
      environment: { ...serverEnvironment(place, mongodbUri), ...(emulator && stripeEnvironment(emulator)) },
      stop: async () => {
        await emulator?.stop()
        await database.stop()
      },
    }
  } catch (error) {
    await database.stop()
    throw error
  }
}
