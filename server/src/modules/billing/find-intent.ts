import type { PaymentRecord } from './payment.model.ts'
import { stripe } from './stripe-client.ts'

const clockSlackSeconds = 3600

/** The payment as Stripe has it, by what we wrote on it: the listing is exact where the search is late. */
export const findIntent = async ({ _id, customerId, startedAt }: PaymentRecord): Promise<string | undefined> => {
  if (!customerId) return undefined
  const since = Math.floor(startedAt.getTime() / 1000) - clockSlackSeconds
  for await (const intent of stripe().paymentIntents.list({ customer: customerId, created: { gte: since }, limit: 100 })) {
    if (intent.metadata.paymentId === _id) return intent.id
  }
  return undefined
}
