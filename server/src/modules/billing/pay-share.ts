import type { payShare as endpoint } from '@mutuo/shared/billing/billing.endpoints.ts'
import { isPayable } from '@mutuo/shared/missions/mission.rules.ts'
import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import type Stripe from 'stripe'
import { allow } from '../../platform/access/decision.ts'
import { appUrl } from '../../platform/config.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { groups } from '../groups/index.ts'
import type { ShareRecord } from '../missions/index.ts'
import { organisations } from '../organisations/index.ts'
import { nextAttempt } from './begin-payments.ts'
import { mayPay } from './billing.policy.ts'
import { metadataOf } from './charge-share.ts'
import { ensureCustomer } from './ensure-customer.ts'
import { findOwnShare } from './find-share.ts'
import type { PaymentRecord } from './payment.model.ts'
import { liveStates, paymentStore } from './payment.store.ts'
import { hostedUrl, returnUrl } from './start-card-setup.ts'
import { askStripe } from './stripe-client.ts'

/**
 * The firm pays its share itself: its bank's confirmation where that alone is missing, else Stripe's page for any card.
 * An open page is given again rather than a second one. @throws NOT_FOUND, OWNER_ONLY, NOTHING_TO_PAY, PAYMENT_ALREADY_RUNNING, PAYMENT_SERVICE_AWAY
 */
export const payShare = async ({ viewer, input, now, locale }: Call<typeof endpoint>) => {
  const share = await findOwnShare(viewer, input.shareId)
  allow(mayPay(viewer))
  await groups.assertNotFrozen(share.groupId)
  if (!isPayable(share.state)) throw new DomainError('NOTHING_TO_PAY')
  const latest = await paymentStore.latestOfShare(share._id)
  if (latest?.kind === 'off_session' && liveStates.includes(latest.state)) throw new DomainError('PAYMENT_ALREADY_RUNNING')
  if (latest?.failure?.code === 'authentication_required' && latest.paymentIntentId && latest.kind === 'off_session') {
    const url = await confirmOnSession(latest, input.returnTo)
    if (url) return { url }
  }
  const open = latest?.kind === 'hosted' && latest.state === 'started' ? latest : await openAttempt(share, now)
  if (open.checkoutUrl && (await isStillOpen(open))) return { url: open.checkoutUrl }
  const customer = await ensureCustomer(share.firmId, viewer.email)
  return { url: await openPage(open.checkoutUrl ? await replaceAttempt(open, share, now) : open, customer, input.returnTo, locale) }
}

/** Same intent, its owner present: the bank's own page. A method that needs nothing more is charged at once. */
const confirmOnSession = async (payment: PaymentRecord, returnTo: string): Promise<string | null> => {
  const method = await organisations.paymentOf(payment.payerId)
  const intent = await askStripe((stripe) =>
    stripe.paymentIntents.confirm(payment.paymentIntentId ?? '', {
      payment_method: method?.paymentMethodId ?? '',
      return_url: appUrl(returnTo as `/${string}`),
    }),
  )
  return redirectOf(intent)
}

const redirectOf = (intent: Stripe.PaymentIntent) => intent.next_action?.redirect_to_url?.url ?? null

const openAttempt = (share: ShareRecord, now: Date): Promise<PaymentRecord> =>
  transaction(async (tx) => {
    const payment = await nextAttempt(share, 'hosted', now, tx)
    await paymentStore.insert(payment, tx)
    return payment
  })

/** The former page has expired: its attempt ends, the next one begins, in one write. */
const replaceAttempt = (former: PaymentRecord, share: ShareRecord, now: Date): Promise<PaymentRecord> =>
  transaction(async (tx) => {
    await paymentStore.change(former, { state: 'cancelled' }, tx)
    const payment = await nextAttempt(share, 'hosted', now, tx)
    await paymentStore.insert(payment, tx)
    return payment
  })

const isStillOpen = async (payment: PaymentRecord): Promise<boolean> => {
  const session = await askStripe((stripe) => stripe.checkout.sessions.retrieve(payment.checkoutSessionId ?? ''))
  return session.status === 'open'
}

const openPage = async (payment: PaymentRecord, customer: string, returnTo: string, locale: 'fr' | 'en'): Promise<string> => {
  const session = await askStripe((stripe) =>
    stripe.checkout.sessions.create(
      {
        mode: 'payment',
        ui_mode: 'hosted_page',
        customer,
        line_items: [{ quantity: 1, price_data: { currency: 'eur', unit_amount: payment.amountMinor, product_data: { name: 'Mutuo' } } }],
        allowed_payment_method_types: ['card'],
        payment_intent_data: {
          transfer_group: `mission_${payment.missionId}`,
          setup_future_usage: 'off_session',
          metadata: metadataOf(payment),
        },
        metadata: metadataOf(payment),
        success_url: `${returnUrl(returnTo)}session={CHECKOUT_SESSION_ID}`,
        cancel_url: appUrl(returnTo as `/${string}`),
        locale,
      },
      { idempotencyKey: `page:${payment._id}` },
    ),
  )
  const url = hostedUrl(session.url)
  await transaction((tx) => paymentStore.change(payment, { checkoutSessionId: session.id, checkoutUrl: url }, tx))
  return url
}
