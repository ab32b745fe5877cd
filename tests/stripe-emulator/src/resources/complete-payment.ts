import type Stripe from 'stripe'
import { disputePlanOf, scenarioOf } from '../cards/payment-method-facts.ts'
import { emit } from '../webhooks/emit-event.ts'
import { schedule } from '../world/tasks.ts'
import type { World } from '../world/world.ts'
import { warnOfFraud } from './early-fraud-warnings.ts'

const CAPTURE_DELAY_MS = 100

/** The money is captured; its balance transaction follows. */
export const completePayment = (world: World, intent: Stripe.PaymentIntent, charge: Stripe.Charge): void => {
  intent.status = 'succeeded'
  intent.amount_received = charge.amount_captured
  intent.amount_capturable = 0
  emit(world, 'payment_intent.succeeded', intent)
  const scenario = charge.payment_method === null ? undefined : scenarioOf(world, charge.payment_method)
  schedule(world, 'book_charge', charge.id, scenario?.isImmediatelyAvailable ? 0 : CAPTURE_DELAY_MS)
  if (charge.payment_method !== null && disputePlanOf(world, charge.payment_method)) schedule(world, 'open_dispute', charge.id, 0)
  if (scenario?.isEarlyFraudWarned) warnOfFraud(world, charge)
}
