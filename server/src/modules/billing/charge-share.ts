import Stripe from 'stripe'
import { now } from '../../platform/clock.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { missions } from '../missions/index.ts'
import { organisations } from '../organisations/index.ts'
import { applyPaymentIntent } from './apply-payment-intent.ts'
import { declineWithoutCard } from './decline-payment.ts'
import type { PaymentRecord } from './payment.model.ts'
import { paymentStore } from './payment.store.ts'
import { isOutcomeUnknown, stripe } from './stripe-client.ts'

/**
 * Charges one firm its own share, off-session. The key is the business's, so that a repeat after a crash is the same charge; an outcome that
 * is not known is written as such and asked again, never charged again (reliability.md M2, M4).
 */
export const chargeShare = async (paymentId: string): Promise<void> => {
  const payment = await paymentStore.find(paymentId)
  if (!payment || payment.state === 'succeeded' || payment.state === 'cancelled') return
  const method = await organisations.paymentOf(payment.payerId)
  if (!method?.stripeCustomerId || !method.paymentMethodId) return declineWithoutCard(payment, now())
  try {
    const intent = await stripe().paymentIntents.create(
      {
        amount: payment.amountMinor,
        currency: 'eur',
        customer: method.stripeCustomerId,
        payment_method: method.paymentMethodId,
        off_session: true,
        confirm: true,
        allowed_payment_method_types: ['card'],
        transfer_group: `mission_${payment.missionId}`,
        metadata: metadataOf(payment),
      },
      { idempotencyKey: `charge:${payment._id}` },
    )
    await applyPaymentIntent(intent.id)
  } catch (error) {
    const refused = error instanceof Stripe.errors.StripeCardError ? error.payment_intent?.id : undefined
    if (refused) return applyPaymentIntent(refused)
    if (isOutcomeUnknown(error)) await markUnknown(payment)
    throw error
  }
}

export const metadataOf = (payment: PaymentRecord) => ({
  kind: 'share',
  missionId: payment.missionId,
  shareId: payment.shareId,
  paymentId: payment._id,
  attempt: String(payment.attempt),
})

const markUnknown = (payment: PaymentRecord) => transaction((tx) => missions.moveShare(payment.shareId, 'lose', { now: now() }, tx))
