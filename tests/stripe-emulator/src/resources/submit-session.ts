import type Stripe from 'stripe'
import { DECLINES } from '../cards/decline-codes.ts'
import { StripeFailure } from '../http/stripe-failure.ts'
import { emit } from '../webhooks/emit-event.ts'
import type { World } from '../world/world.ts'
import { confirmIntent } from './confirm-payment-intent.ts'
import { confirmSetup } from './confirm-setup-intent.ts'
import { createIntent, intentOf } from './create-payment-intent.ts'
import { setupIntentOf } from './setup-intents.ts'

/** What the page does next: go somewhere (3DS page or success address), or show why the card was refused. */
export type Submission = { kind: 'redirect'; url: string } | { kind: 'refused'; french: string }

/** The customer pressed the button of the hosted page with this method. */
export const submitSession = (world: World, session: Stripe.Checkout.Session, method: Stripe.PaymentMethod): Submission => {
  try {
    const nextAction = session.mode === 'setup' ? submitSetup(world, session, method) : submitPayment(world, session, method)
    const url = nextAction?.redirect_to_url?.url
    return { kind: 'redirect', url: url ?? completeSession(world, session) }
  } catch (error) {
    if (!(error instanceof StripeFailure) || error.body.type !== 'card_error') throw error
    return { kind: 'refused', french: refusalText(error.body.decline_code) }
  }
}

export const refusalText = (declineCode: string | undefined): string => {
  const known = Object.entries(DECLINES).find(([kind]) => kind === declineCode)
  return (known?.[1] ?? DECLINES.generic_decline).french
}

const submitSetup = (world: World, session: Stripe.Checkout.Session, method: Stripe.PaymentMethod) => {
  const intent = setupIntentOf(world, String(session.setup_intent))
  const error = confirmSetup(world, intent, method, { returnUrl: successUrl(session), sessionId: session.id })
  if (error)
    throw new StripeFailure(402, { type: 'card_error', code: error.code, decline_code: error.decline_code, message: error.message ?? '' })
  return intent.next_action
}

const submitPayment = (world: World, session: Stripe.Checkout.Session, method: Stripe.PaymentMethod) => {
  const intent = session.payment_intent === null ? sessionIntent(world, session) : intentOf(world, String(session.payment_intent))
  session.payment_intent = intent.id
  return confirmIntent(world, intent, {
    paymentMethodId: method.id,
    isOffSession: false,
    returnUrl: successUrl(session),
    sessionId: session.id,
  }).next_action
}

const sessionIntent = (world: World, session: Stripe.Checkout.Session): Stripe.PaymentIntent => {
  const wanted = world.state.sessionPayments[session.id]
  return createIntent(world, {
    amount: session.amount_total ?? 0,
    currency: session.currency ?? 'eur',
    ...(typeof session.customer === 'string' ? { customer: session.customer } : {}),
    ...(session.allowed_payment_method_types ? { allowed_payment_method_types: session.allowed_payment_method_types } : {}),
    metadata: wanted?.metadata ?? {},
    description: wanted?.description ?? undefined,
    setup_future_usage: wanted?.setupFutureUsage === 'on_session' ? 'on_session' : wanted?.setupFutureUsage ? 'off_session' : undefined,
    statement_descriptor_suffix: wanted?.statementDescriptorSuffix ?? undefined,
    transfer_group: wanted?.transferGroup ?? undefined,
  })
}

/** Closes the session with its event; answers where the customer goes. */
export const completeSession = (world: World, session: Stripe.Checkout.Session): string => {
  session.status = 'complete'
  session.url = null
  const payment = world.state.paymentIntents[String(session.payment_intent)]
  if (payment?.status === 'succeeded') session.payment_status = 'paid'
  const customer = typeof session.customer === 'string' ? world.state.customers[session.customer] : undefined
  session.customer_details = {
    address: customer?.address ?? null,
    business_name: null,
    email: customer?.email ?? session.customer_email,
    individual_name: null,
    name: customer?.name ?? null,
    phone: customer?.phone ?? null,
    tax_exempt: 'none',
    tax_ids: [],
  }
  emit(world, 'checkout.session.completed', session)
  return successUrl(session)
}

const successUrl = (session: Stripe.Checkout.Session): string =>
  (session.success_url ?? '/').replaceAll('{CHECKOUT_SESSION_ID}', session.id)
