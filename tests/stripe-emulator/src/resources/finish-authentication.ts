import { StripeFailure } from '../http/stripe-failure.ts'
import type { Authentication } from '../world/state.ts'
import type { World } from '../world/world.ts'
import { sessionOf } from './checkout-sessions.ts'
import { takePayment } from './confirm-payment-intent.ts'
import { completeSetup, failSetup } from './confirm-setup-intent.ts'
import { intentOf } from './create-payment-intent.ts'
import { failPayment } from './fail-payment.ts'
import { paymentMethodOf } from './payment-methods.ts'
import { setupIntentOf } from './setup-intents.ts'
import { completeSession } from './submit-session.ts'

const REFUSED = {
  message: 'We are unable to authenticate your payment method. Please choose a different payment method and try again.',
  type: 'invalid_request_error',
} as const

/** The card holder answered the bank; answers where the browser goes. Source: docs.stripe.com/payments/3d-secure */
export const finishAuthentication = (world: World, authentication: Authentication, isApproved: boolean): string => {
  authentication.isDone = true
  const isSetup = authentication.intentId.startsWith('seti_')
  const isDone = isSetup ? finishSetup(world, authentication, isApproved) : finishPayment(world, authentication, isApproved)
  const session = authentication.sessionId === null ? null : sessionOf(world, authentication.sessionId)
  if (session) return isDone ? completeSession(world, session) : `${world.baseUrl}/c/pay/${session.id}`
  return returnAddress(world, authentication, isSetup, isDone)
}

const finishSetup = (world: World, { intentId, paymentMethodId }: Authentication, isApproved: boolean): boolean => {
  const intent = setupIntentOf(world, intentId)
  if (intent.status !== 'requires_action') return intent.status === 'succeeded'
  if (isApproved) completeSetup(world, intent, paymentMethodOf(world, paymentMethodId))
  else failSetup(world, intent, { ...REFUSED, code: 'setup_intent_authentication_failure' })
  return isApproved
}

const finishPayment = (world: World, { intentId, paymentMethodId }: Authentication, isApproved: boolean): boolean => {
  const intent = intentOf(world, intentId)
  if (intent.status !== 'requires_action') return intent.status === 'succeeded'
  if (!isApproved) {
    failPayment(world, intent, { ...REFUSED, code: 'payment_intent_authentication_failure' })
    return false
  }
  try {
    takePayment(world, intent, paymentMethodOf(world, paymentMethodId))
    return true
  } catch (error) {
    if (error instanceof StripeFailure) return false
    throw error
  }
}

const returnAddress = (world: World, { intentId, returnUrl }: Authentication, isSetup: boolean, isDone: boolean): string => {
  const url = new URL(returnUrl)
  const name = isSetup ? 'setup_intent' : 'payment_intent'
  const intent = isSetup ? setupIntentOf(world, intentId) : intentOf(world, intentId)
  url.searchParams.set(name, intentId)
  url.searchParams.set(`${name}_client_secret`, intent.client_secret ?? '')
  url.searchParams.set('redirect_status', isDone ? 'succeeded' : 'failed')
  return url.href
}
