import type Stripe from 'stripe'
import { randomText } from '../world/ids.ts'
import type { World } from '../world/world.ts'

type Request = { returnUrl: string | undefined; sessionId?: string | undefined }
type NextAction = { type: string; redirect_to_url?: Stripe.PaymentIntent.NextAction.RedirectToUrl; use_stripe_sdk?: Record<string, never> }

/** Opens a 3DS page for an intent; without a return address only Stripe.js could show it. */
export const startAuthentication = (world: World, intentId: string, paymentMethodId: string, request: Request): NextAction => {
  const { returnUrl, sessionId } = request
  if (returnUrl === undefined) return { type: 'use_stripe_sdk', use_stripe_sdk: {} }
  const token = randomText(32)
  world.state.authentications[token] = { token, intentId, paymentMethodId, returnUrl, sessionId: sessionId ?? null, isDone: false }
  return { type: 'redirect_to_url', redirect_to_url: { return_url: returnUrl, url: `${world.baseUrl}/3ds/${token}` } }
}
