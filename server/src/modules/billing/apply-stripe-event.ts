import Stripe from 'stripe'
import { logger } from '../../platform/logger.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { applyCardSetup } from './apply-card-setup.ts'
import { applyPaymentIntent } from './apply-payment-intent.ts'
import { applyPayoutAccount } from './payout-account.ts'
import { isLive } from './payment.rules.ts'
import { paymentStore } from './payment.store.ts'
import { applyRefund } from './send-refund.ts'
import { stripe } from './stripe-client.ts'

type Said = { id: string; type: string; objectId: string; account: string | null }

/** Of an account v2 all that is told, and of our own account what changes something here: each fact by one message (payments.md §10). */
export const isHeeded = ({ type, account }: Pick<Said, 'type' | 'account'>): boolean => account === null && applierOf(type) !== undefined

/** What Stripe has told of is asked again and applied as it stands now: order and repetition do not matter (payments.md §8). */
export const applyStripeEvent = async ({ id, type, objectId }: Said): Promise<void> => {
  try {
    await applierOf(type)?.(objectId)
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeInvalidRequestError && error.code === 'resource_missing')) throw error
    logger().error({ event: id, type, objectId }, 'Stripe told of something that it does not have')
  }
}

type Apply = (objectId: string) => Promise<unknown>

const applierOf = (type: string): Apply | undefined => (type.startsWith('v2.core.account') ? applyPayoutAccount : appliers[type])

const applyCharge = async (chargeId: string): Promise<void> => {
  const { payment_intent: intent } = await stripe().charges.retrieve(chargeId)
  const intentId = idOf(intent)
  if (intentId) await applyPaymentIntent(intentId)
}

/** A hosted page as it stands now: what was paid or saved on it, or that its time is over. Answers whether it is still open. */
export const applySession = async (sessionId: string): Promise<'open' | 'over'> => {
  const session = await stripe().checkout.sessions.retrieve(sessionId)
  const [intentId, setupId] = [idOf(session.payment_intent), idOf(session.setup_intent)]
  if (intentId) await applyPaymentIntent(intentId)
  if (setupId) await applyCardSetup(setupId)
  if (session.status === 'expired' && session.metadata?.paymentId) await endExpired(session.metadata.paymentId)
  return session.status === 'open' ? 'open' : 'over'
}

const endExpired = (paymentId: string) =>
  transaction(async (tx) => {
    const payment = await paymentStore.find(paymentId, tx)
    if (payment && isLive(payment.state)) await paymentStore.change(payment, { state: 'cancelled' }, tx)
  })

const appliers: Record<string, Apply> = {
  'payment_intent.processing': applyPaymentIntent,
  'payment_intent.requires_action': applyPaymentIntent,
  'payment_intent.payment_failed': applyPaymentIntent,
  'payment_intent.succeeded': applyPaymentIntent,
  'payment_intent.canceled': applyPaymentIntent,
  // Stripe's own fee is known with it, not before.
  'charge.updated': applyCharge,
  'refund.created': applyRefund,
  'refund.updated': applyRefund,
  'refund.failed': applyRefund,
  'setup_intent.succeeded': applyCardSetup,
  'checkout.session.completed': applySession,
  'checkout.session.async_payment_succeeded': applySession,
  'checkout.session.async_payment_failed': applySession,
  'checkout.session.expired': applySession,
}

const idOf = (expandable: string | { id: string } | null) => (typeof expandable === 'string' ? expandable : (expandable?.id ?? null))
