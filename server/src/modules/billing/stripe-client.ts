import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import Stripe from 'stripe'
import { config } from '../../platform/config.ts'

/** The key that the development emulator accepts, and nobody else. */
const emulatorKey = 'sk_test_mutuo_emulator'

/** How long Stripe answers the same key with the same object; later we look first (payments.md §1.4). */
export const keyLivesMs = 23 * 3600 * 1000

let client: { key: string; stripe: Stripe } | undefined

/** The one client of stripe-node: Stripe itself, or the emulator where the configuration gives its address. */
export const stripe = (): Stripe => {
  const { secretKey = emulatorKey, apiBase, networkRetries } = config().stripe
  const key = `${secretKey} ${apiBase ?? ''}`
  if (client?.key !== key)
    client = {
      key,
      stripe: new Stripe(secretKey, { ...addressOf(apiBase), telemetry: false, maxNetworkRetries: networkRetries, timeout: 10_000 }),
    }
  return client.stripe
}

const addressOf = (apiBase: string | undefined) => {
  if (!apiBase) return {}
  const { hostname, port, protocol } = new URL(apiBase)
  return { host: hostname, port: Number(port), protocol: protocol === 'https:' ? ('https' as const) : ('http' as const) }
}

/** Whether we work with real money. */
export const isLiveMode = (): boolean => /^[rs]k_live_/.test(config().stripe.secretKey ?? emulatorKey)

/** Whether Stripe may have done it all the same: a lost connection, a 5xx, an answer that cannot be read (reliability.md M4). */
export const isOutcomeUnknown = (error: unknown): boolean =>
  error instanceof Stripe.errors.StripeConnectionError ||
  error instanceof Stripe.errors.StripeAPIError ||
  error instanceof Stripe.errors.StripeRateLimitError

/** For calls that a person waits for: that Stripe is away is said as such. @throws PAYMENT_SERVICE_AWAY */
export const askStripe = async <T>(ask: (client: Stripe) => Promise<T>): Promise<T> => {
  try {
    return await ask(stripe())
  } catch (error) {
    if (isOutcomeUnknown(error)) throw new DomainError('PAYMENT_SERVICE_AWAY')
    throw error
  }
}
