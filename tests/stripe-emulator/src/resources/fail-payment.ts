import type Stripe from 'stripe'
import { emit } from '../webhooks/emit-event.ts'
import type { World } from '../world/world.ts'

/** Back to `requires_payment_method` with the reason kept. */
export const failPayment = (world: World, intent: Stripe.PaymentIntent, error: Stripe.PaymentIntent.LastPaymentError): void => {
  intent.status = 'requires_payment_method'
  intent.last_payment_error = error
  intent.payment_method = null
  intent.next_action = null
  emit(world, 'payment_intent.payment_failed', intent)
}
