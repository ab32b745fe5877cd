import type Stripe from 'stripe'
import { DECLINES, type DeclineKind } from '../cards/decline-codes.ts'
import { scenarioOf } from '../cards/payment-method-facts.ts'
import { invalidRequest } from '../http/stripe-failure.ts'
import { emit } from '../webhooks/emit-event.ts'
import type { World } from '../world/world.ts'
import { attach } from './attach-payment-method.ts'
import { startAuthentication } from './authentications.ts'
import { makeMandate } from './mandates.ts'

type Request = { returnUrl: string | undefined; sessionId?: string | undefined }

/** Saves a method for later: succeeded, requires_action, or the error kept on the intent. @throws setup_intent_unexpected_state */
export const confirmSetup = (
  world: World,
  intent: Stripe.SetupIntent,
  method: Stripe.PaymentMethod,
  request: Request,
): Stripe.SetupIntent.LastSetupError | null => {
  if (intent.status === 'succeeded' || intent.status === 'canceled')
    throw invalidRequest(
      `You cannot confirm this SetupIntent because it has a status of ${intent.status}.`,
      'setup_intent_unexpected_state',
    )
  const scenario = scenarioOf(world, method.id)
  if (scenario?.setupDecline) return failSetup(world, intent, declineError(scenario.setupDecline, method))
  intent.payment_method = method.id
  if (scenario?.authentication === 'until_saved' || scenario?.authentication === 'always') {
    intent.status = 'requires_action'
    intent.next_action = startAuthentication(world, intent.id, method.id, request)
    emit(world, 'setup_intent.requires_action', intent)
    return null
  }
  completeSetup(world, intent, method)
  return null
}

const declineError = (decline: DeclineKind, method: Stripe.PaymentMethod): Stripe.SetupIntent.LastSetupError => {
  const { code, message } = DECLINES[decline]
  return { code, decline_code: decline, message, payment_method: structuredClone(method), type: 'card_error' }
}

/** The method is saved on its customer and may be charged off-session. */
export const completeSetup = (world: World, intent: Stripe.SetupIntent, method: Stripe.PaymentMethod): void => {
  intent.status = 'succeeded'
  intent.last_setup_error = null
  intent.next_action = null
  const facts = world.state.paymentMethodFacts[method.id]
  if (facts) facts.isAuthenticated = true
  if (method.type === 'sepa_debit') intent.mandate = makeMandate(world, method.id).id
  if (typeof intent.customer === 'string') attach(world, method, intent.customer)
  emit(world, 'setup_intent.succeeded', intent)
}

/** Back to `requires_payment_method` with the reason kept. */
export const failSetup = (
  world: World,
  intent: Stripe.SetupIntent,
  error: Stripe.SetupIntent.LastSetupError,
): Stripe.SetupIntent.LastSetupError => {
  intent.status = 'requires_payment_method'
  intent.last_setup_error = error
  intent.payment_method = null
  intent.next_action = null
  emit(world, 'setup_intent.setup_failed', intent)
  return error
}
