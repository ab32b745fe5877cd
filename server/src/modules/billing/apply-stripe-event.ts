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

/** What Stripe has told of is asked again and applied as it stands now: order and repetition do not matter (payments.md §8). */
export const applyStripeEvent = async ({ id, type, objectId, account }: Said): Promise<void> => {
  // What happens inside a freelancer's own account is told by its v2 events.
  if (account !== null) return
  try {
    await apply(type, objectId)
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeInvalidRequestError && error.code === 'resource_missing')) throw error
    logger().error({ event: id, type, objectId }, 'Stripe told of something that it does not have')
  }
}

const apply = async (type: string, objectId: string): Promise<void> => {
  if (type.startsWith('payment_intent.')) return applyPaymentIntent(objectId)
  if (type.startsWith('charge.') && !type.startsWith('charge.dispute') && !type.startsWith('charge.refund.')) return applyCharge(objectId)
  if (type.startsWith('refund.')) return applyRefund(objectId)
  if (type === 'setup_intent.succeeded') return applyCardSetup(objectId)
  if (type.startsWith('checkout.session.')) return void (await applySession(objectId))
  if (type.startsWith('v2.core.account')) return applyPayoutAccount(objectId)
}

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

const idOf = (expandable: string | { id: string } | null) => (typeof expandable === 'string' ? expandable : (expandable?.id ?? null))
