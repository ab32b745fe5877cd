import Stripe from 'stripe'
import { appUrl } from '../../platform/config.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { organisations } from '../organisations/index.ts'
import { applyPaymentIntent } from './apply-payment-intent.ts'
import type { PaymentRecord } from './payment.model.ts'
import { awaitsConfirmation, firstLookAt, isJustConfirming } from './payment.rules.ts'
import { paymentStore } from './payment.store.ts'
import { stripe } from './stripe-client.ts'

/**
 * The same payment, its owner present: the address of the bank's own page, or of ours where the bank asks for nothing more. Null where this way is
 * over: any card on Stripe's page is then the way (payments.md §1.2).
 */
export const confirmAtBank = async (payment: PaymentRecord, returnTo: string, now: Date): Promise<string | null> => {
  const intentId = payment.paymentIntentId ?? ''
  const intent = await stripe().paymentIntents.retrieve(intentId)
  if (intent.status === 'requires_action') return pageOf(intent)
  const method = (await organisations.paymentOf(payment.payerId))?.paymentMethodId
  const mayConfirm = payment.confirmedAt === null || isJustConfirming(payment, now)
  if (intent.status !== 'requires_payment_method' || !method || !mayConfirm) {
    await applyPaymentIntent(intentId)
    return null
  }
  return confirm(payment, { payment_method: method, return_url: appUrl(returnTo as `/${string}`) }, now)
}

type Present = { payment_method: string; return_url: string }

const confirm = async (payment: PaymentRecord, present: Present, now: Date): Promise<string | null> => {
  await markAsked(payment._id, now)
  try {
    const intent = await stripe().paymentIntents.confirm(payment.paymentIntentId ?? '', present, {
      idempotencyKey: `confirm:${payment._id}`,
    })
    if (intent.status === 'requires_action') return pageOf(intent)
    await applyPaymentIntent(intent.id)
    return present.return_url
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeCardError)) throw error
    await applyPaymentIntent(payment.paymentIntentId ?? '')
    return null
  }
}

/** Live again, as long as no other attempt has begun meanwhile. */
const markAsked = (paymentId: string, now: Date) =>
  transaction(async (tx) => {
    const payment = await paymentStore.find(paymentId, tx)
    if (!payment || !awaitsConfirmation(payment) || payment.confirmedAt !== null) return
    const latest = await paymentStore.latestOfShare(payment.shareId, tx)
    if (latest?._id === paymentId)
      await paymentStore.change(payment, { state: 'requires_action', confirmedAt: now, lookAt: firstLookAt(now) }, tx)
  })

const pageOf = (intent: Stripe.PaymentIntent) => intent.next_action?.redirect_to_url?.url ?? null
