import { startEmulator } from './start-emulator.ts'

/** Runs the emulator alone: PORT, WEBHOOK_BASE_URL (as http://127.0.0.1:3000/api/webhooks), STRIPE_SECRET_KEY, STRIPE_WEBHOOK_SECRET{,_CONNECT,_V2}, SNAPSHOT_PATH, or `--port=…` and so on. */
const setting = (name: string): string | undefined => {
  const flag = `--${name.toLowerCase().replaceAll('_', '-')}=`
  const given = process.argv.find((argument) => argument.startsWith(flag))?.slice(flag.length) ?? process.env[name]
  return given === '' ? undefined : given
}

const webhookBase = setting('WEBHOOK_BASE_URL')
const secrets = {
  v1: setting('STRIPE_WEBHOOK_SECRET'),
  connect: setting('STRIPE_WEBHOOK_SECRET_CONNECT'),
  v2: setting('STRIPE_WEBHOOK_SECRET_V2'),
}
const secretKey = setting('STRIPE_SECRET_KEY')
const snapshotPath = setting('SNAPSHOT_PATH')

const emulator = await startEmulator({
  port: Number(setting('PORT') ?? 4242),
  ...(webhookBase === undefined
    ? {}
    : {
        webhookUrls: {
          v1: `${webhookBase}/stripe`,
          connect: `${webhookBase}/stripe-connect`,
          v2: `${webhookBase}/stripe-v2`,
        },
      }),
  ...(secretKey === undefined ? {} : { secretKey }),
  secrets: Object.fromEntries(Object.entries(secrets).filter(([, secret]) => secret !== undefined)),
  ...(snapshotPath === undefined ? {} : { snapshotPath }),
})
console.log(`Stripe emulator: ${emulator.url}`)

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void emulator.stop().then(() => process.exit(0)))
