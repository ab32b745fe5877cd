import type { refreshShare as endpoint } from '@mutuo/shared/billing/billing.endpoints.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { applyPaymentIntent } from './apply-payment-intent.ts'
import { findOwnShare } from './find-share.ts'
import { paymentStore } from './payment.store.ts'
import { askStripe } from './stripe-client.ts'

/** Back from a hosted page: what Stripe says now, without waiting for its message. @throws NOT_FOUND, PAYMENT_SERVICE_AWAY */
export const refreshShare = async ({ viewer, input }: Call<typeof endpoint>) => {
  const share = await findOwnShare(viewer, input.shareId)
  const latest = await paymentStore.latestOfShare(share._id)
  const intentId = latest?.paymentIntentId ?? (latest?.checkoutSessionId ? await intentOfSession(latest.checkoutSessionId) : null)
  if (intentId) await askStripe(() => applyPaymentIntent(intentId))
  return share._id
}

const intentOfSession = async (sessionId: string): Promise<string | null> => {
  const { payment_intent: intent } = await askStripe((stripe) => stripe.checkout.sessions.retrieve(sessionId))
  return typeof intent === 'string' ? intent : (intent?.id ?? null)
}
