import type Stripe from 'stripe'
import { ibanScenarioOf } from '../cards/payment-method-facts.ts'
import { emit } from '../webhooks/emit-event.ts'
import { schedule } from '../world/tasks.ts'
import type { World } from '../world/world.ts'
import { attach } from './attach-payment-method.ts'
import { completePayment } from './complete-payment.ts'
import { failPayment } from './fail-payment.ts'
import { makeCharge } from './make-charge.ts'

/** A SEPA debit is on its way: the intent is `processing` until the bank answers. Source: docs.stripe.com/payments/sepa-debit */
export const startDebit = (world: World, intent: Stripe.PaymentIntent, method: Stripe.PaymentMethod): Stripe.PaymentIntent => {
  const charge = makeCharge(world, intent, method, { kind: 'pending' })
  intent.latest_charge = charge.id
  intent.last_payment_error = null
  intent.status = 'processing'
  if (intent.setup_future_usage && typeof intent.customer === 'string') attach(world, method, intent.customer)
  emit(world, 'charge.pending', charge)
  emit(world, 'payment_intent.processing', intent)
  schedule(world, 'settle_debit', charge.id, ibanScenarioOf(world, method.id)?.delayMs ?? 0)
  return intent
}

/** The debtor's bank paid or refused. */
export const settleDebit = (world: World, chargeId: string): void => {
  const charge = world.state.charges[chargeId]
  const intent = charge && world.state.paymentIntents[String(charge.payment_intent)]
  if (!charge || intent?.status !== 'processing') return
  const method = world.state.paymentMethods[String(charge.payment_method)]
  if (!method || ibanScenarioOf(world, method.id)?.isPaid) {
    charge.status = 'succeeded'
    charge.paid = true
    emit(world, 'charge.succeeded', charge)
    completePayment(world, intent, charge)
  } else {
    Object.assign(charge, { status: 'failed', failure_code: 'insufficient_funds', failure_message: REFUSAL })
    emit(world, 'charge.failed', charge)
    failPayment(world, intent, {
      charge: charge.id,
      code: 'payment_intent_payment_attempt_failed',
      decline_code: 'insufficient_funds',
      message: REFUSAL,
      payment_method: structuredClone(method),
      type: 'card_error',
    })
  }
  tellSession(world, intent)
}

const REFUSAL = "The customer's account has insufficient funds to cover this payment."

const tellSession = (world: World, intent: Stripe.PaymentIntent) => {
  const session = Object.values(world.state.sessions).find(({ payment_intent }) => payment_intent === intent.id)
  if (!session) return
  if (intent.status === 'succeeded') session.payment_status = 'paid'
  emit(world, intent.status === 'succeeded' ? 'checkout.session.async_payment_succeeded' : 'checkout.session.async_payment_failed', session)
}
