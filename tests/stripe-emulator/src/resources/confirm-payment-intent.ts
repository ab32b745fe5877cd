import type Stripe from 'stripe'
import { DECLINES, type DeclineKind } from '../cards/decline-codes.ts'
import { scenarioOf } from '../cards/payment-method-facts.ts'
import type { CardScenario } from '../cards/test-cards.ts'
import { invalidRequest, StripeFailure, type FailureBody } from '../http/stripe-failure.ts'
import { emit } from '../webhooks/emit-event.ts'
import type { World } from '../world/world.ts'
import { attach } from './attach-payment-method.ts'
import { startAuthentication } from './authentications.ts'
import { completePayment } from './complete-payment.ts'
import { startDebit } from './debit-payments.ts'
import { failPayment } from './fail-payment.ts'
import { makeCharge } from './make-charge.ts'
import { paymentMethodOf } from './payment-methods.ts'

export type Confirmation = { paymentMethodId: string | undefined; isOffSession: boolean; returnUrl: string | undefined; sessionId?: string }

const CONFIRMABLE: readonly string[] = ['requires_payment_method', 'requires_confirmation', 'requires_action']

/** Tries to take the money: succeeded, requires_action, or a card_error. @throws card_error 402, payment_intent_unexpected_state */
export const confirmIntent = (world: World, intent: Stripe.PaymentIntent, confirmation: Confirmation): Stripe.PaymentIntent => {
  if (!CONFIRMABLE.includes(intent.status)) throw unexpectedState(intent, 'confirm', CONFIRMABLE)
  const method = usableMethod(world, intent, confirmation.paymentMethodId)
  intent.payment_method = method.id
  intent.next_action = null
  const scenario = scenarioOf(world, method.id)
  if (!mustAuthenticate(world, method, scenario, confirmation.isOffSession)) return takePayment(world, intent, method)
  if (confirmation.isOffSession) throw declinePayment(world, intent, method, 'authentication_required')
  intent.status = 'requires_action'
  intent.next_action = startAuthentication(world, intent.id, method.id, confirmation)
  emit(world, 'payment_intent.requires_action', intent)
  return intent
}

const usableMethod = (world: World, intent: Stripe.PaymentIntent, given: string | undefined): Stripe.PaymentMethod => {
  const id = given ?? (typeof intent.payment_method === 'string' ? intent.payment_method : undefined)
  if (id === undefined)
    throw invalidRequest(
      "You cannot confirm this PaymentIntent because it's missing a payment method. You can either update the PaymentIntent with a payment method and then confirm it again, or confirm it again directly with a payment method or ConfirmationToken.",
      'payment_intent_unexpected_state',
    )
  const method = paymentMethodOf(world, id)
  if (world.state.paymentMethodFacts[method.id]?.isDetached)
    throw invalidRequest(
      'The provided PaymentMethod was previously used with a PaymentIntent without Customer attachment, shared with a connected account without Customer attachment, or was detached from a Customer. It may not be used again. To use a PaymentMethod multiple times, you must attach it to a Customer first.',
    )
  if (method.customer !== null && method.customer !== intent.customer)
    throw invalidRequest(
      `The PaymentMethod ${method.id} does not belong to the Customer ${String(intent.customer)}. Please use this PaymentMethod with the Customer it belongs to.`,
    )
  const allowed = intent.allowed_payment_method_types
  if (allowed && !allowed.includes(method.type))
    throw invalidRequest(`The PaymentMethod provided (${method.type}) is not allowed for this PaymentIntent.`, undefined, 'payment_method')
  return method
}

const mustAuthenticate = (
  world: World,
  method: Stripe.PaymentMethod,
  scenario: CardScenario | undefined,
  isOffSession: boolean,
): boolean => {
  if (scenario?.authentication === 'always') return true
  if (scenario?.authentication === 'saved_elsewhere') return !isOffSession
  return scenario?.authentication === 'until_saved' && !world.state.paymentMethodFacts[method.id]?.isAuthenticated
}

/** Charges the method, authentication being settled. @throws card_error 402 */
export const takePayment = (world: World, intent: Stripe.PaymentIntent, method: Stripe.PaymentMethod): Stripe.PaymentIntent => {
  if (method.type === 'sepa_debit') return startDebit(world, intent, method)
  const scenario = scenarioOf(world, method.id)
  if (scenario?.chargeDecline) throw declinePayment(world, intent, method, scenario.chargeDecline)
  const isCaptured = intent.capture_method !== 'manual'
  const charge = makeCharge(world, intent, method, { kind: 'succeeded', isCaptured })
  intent.latest_charge = charge.id
  intent.last_payment_error = null
  intent.next_action = null
  if (intent.setup_future_usage && typeof intent.customer === 'string') attach(world, method, intent.customer)
  emit(world, 'charge.succeeded', charge)
  if (isCaptured) completePayment(world, intent, charge)
  else {
    intent.status = 'requires_capture'
    intent.amount_capturable = intent.amount
    emit(world, 'payment_intent.amount_capturable_updated', intent)
  }
  return intent
}

/** A refused try: failed charge, error kept on the intent, events; answers the 402 to throw. */
const declinePayment = (world: World, intent: Stripe.PaymentIntent, method: Stripe.PaymentMethod, decline: DeclineKind): StripeFailure => {
  const charge = makeCharge(world, intent, method, { kind: 'failed', decline })
  const { code, adviceCode, message } = DECLINES[decline]
  const error = {
    charge: charge.id,
    code,
    decline_code: decline,
    ...(adviceCode ? { advice_code: adviceCode } : {}),
    doc_url: `https://stripe.com/docs/error-codes/${code.replaceAll('_', '-')}`,
    message,
    payment_method: structuredClone(method),
    type: 'card_error' as const,
  }
  intent.latest_charge = charge.id
  emit(world, 'charge.failed', charge)
  failPayment(world, intent, error)
  const body: FailureBody = { ...error, request_log_url: `${world.baseUrl}/_emu/dump`, payment_intent: structuredClone(intent) }
  return new StripeFailure(402, body)
}

export const unexpectedState = (intent: Stripe.PaymentIntent, verb: string, expected: readonly string[]): StripeFailure =>
  new StripeFailure(400, {
    type: 'invalid_request_error',
    code: 'payment_intent_unexpected_state',
    message: `You cannot ${verb} this PaymentIntent because it has a status of ${intent.status}. Only a PaymentIntent with one of the following statuses may be used: ${expected.join(', ')}.`,
    payment_intent: structuredClone(intent),
  })
