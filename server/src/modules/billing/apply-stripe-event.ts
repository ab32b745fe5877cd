import { applyCardSetup } from './apply-card-setup.ts'
import { applyPaymentIntent } from './apply-payment-intent.ts'
import { applyPayoutAccount } from './payout-account.ts'
import { stripe } from './stripe-client.ts'

type Said = { id: string; type: string; objectId: string }

/** What Stripe has told of is asked again and applied as it stands now: order and repetition do not matter (payments.md §8). */
export const applyStripeEvent = async ({ type, objectId }: Said): Promise<void> => {
  if (type.startsWith('payment_intent.')) return applyPaymentIntent(objectId)
  if (type.startsWith('charge.') && !type.startsWith('charge.dispute')) return applyCharge(objectId)
  if (type === 'setup_intent.succeeded') return applyCardSetup(objectId)
  if (type === 'checkout.session.completed') return applySession(objectId)
  if (type.startsWith('v2.core.account')) return applyPayoutAccount(objectId)
}

const applyCharge = async (chargeId: string): Promise<void> => {
  const { payment_intent: intent } = await stripe().charges.retrieve(chargeId)
  const intentId = idOf(intent)
  if (intentId) await applyPaymentIntent(intentId)
}

const applySession = async (sessionId: string): Promise<void> => {
  const session = await stripe().checkout.sessions.retrieve(sessionId)
  const [intentId, setupId] = [idOf(session.payment_intent), idOf(session.setup_intent)]
  if (intentId) await applyPaymentIntent(intentId)
  if (setupId) await applyCardSetup(setupId)
}

const idOf = (expandable: string | { id: string } | null) => (typeof expandable === 'string' ? expandable : (expandable?.id ?? null))
