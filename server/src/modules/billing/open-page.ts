import { appUrl } from '../../platform/config.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import type { PaymentRecord } from './payment.model.ts'
import { metadataOf } from './payment.rules.ts'
import { paymentStore } from './payment.store.ts'
import { hostedUrl, returnUrl } from './start-card-setup.ts'
import { stripe } from './stripe-client.ts'

/** Stripe's page for an attempt: asked for twice, the same page. */
export const openPage = async (payment: PaymentRecord): Promise<{ sessionId: string; url: string | null }> => {
  const returnTo = (payment.returnTo ?? '/') as `/${string}`
  const session = await stripe().checkout.sessions.create(
    {
      mode: 'payment',
      ui_mode: 'hosted_page',
      customer: payment.customerId ?? '',
      line_items: [{ quantity: 1, price_data: { currency: 'eur', unit_amount: payment.amountMinor, product_data: { name: 'Mutuo' } } }],
      allowed_payment_method_types: ['card'],
      payment_intent_data: {
        transfer_group: `mission_${payment.missionId}`,
        setup_future_usage: 'off_session',
        metadata: metadataOf(payment),
      },
      metadata: metadataOf(payment),
      success_url: `${returnUrl(returnTo)}session={CHECKOUT_SESSION_ID}`,
      cancel_url: appUrl(returnTo),
      locale: payment.locale,
    },
    { idempotencyKey: `page:${payment._id}` },
  )
  await transaction(async (tx) => {
    const current = await paymentStore.find(payment._id, tx)
    if (current && !current.checkoutSessionId)
      await paymentStore.change(current, { checkoutSessionId: session.id, checkoutUrl: hostedUrl(session.url) }, tx)
  })
  return { sessionId: session.id, url: session.url }
}

/** The attempt's session; where the answer to its making was lost, the same one is given again. */
export const openedSession = async (payment: PaymentRecord): Promise<string> =>
  payment.checkoutSessionId ?? (await openPage(payment)).sessionId
