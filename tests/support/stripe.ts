import { setTimeout as wait } from 'node:timers/promises'
import { type Emulator, startEmulator } from '@mutuo/stripe-emulator/start-emulator.ts'
import { SECRET_KEY, WEBHOOK_SECRETS } from '@mutuo/stripe-emulator/world/world.ts'

/** A Stripe account of the test's own, on the test's clock, that tells the app what happens. */
export const startStripe = (appUrl: string, now: () => Date): Promise<Emulator> => {
  const webhooks = `${appUrl}/api/webhooks`
  return startEmulator({
    now,
    webhookUrls: { v1: `${webhooks}/stripe`, connect: `${webhooks}/stripe-connect`, v2: `${webhooks}/stripe-v2` },
  })
}

export const stripeEnvironment = (emulator: Emulator | undefined): Record<string, string> =>
  emulator
    ? {
        STRIPE_SECRET_KEY: SECRET_KEY,
        STRIPE_API_BASE: emulator.url,
        STRIPE_WEBHOOK_SECRET: WEBHOOK_SECRETS.v1,
        STRIPE_WEBHOOK_SECRET_CONNECT: WEBHOOK_SECRETS.connect,
        STRIPE_WEBHOOK_SECRET_V2: WEBHOOK_SECRETS.v2,
      }
    : // Nobody answers there: a test without the emulator waits for no money.
      { STRIPE_API_BASE: 'http://localhost:9', STRIPE_NETWORK_RETRIES: '0' }

/** Until Stripe has booked the charges that it took and no message of it waits to be delivered. */
export const hasToldAll = async ({ control }: Emulator): Promise<void> => {
  for (let turn = 0; turn < 400; turn += 1) {
    const { deliveries, tasks } = control.dump()
    const isTelling = Object.values(deliveries).some(({ state }) => state === 'waiting')
    if (!isTelling && !Object.values(tasks).some(({ kind }) => kind === 'book_charge')) return
    await wait(50)
  }
  throw new Error('Stripe is still telling')
}
