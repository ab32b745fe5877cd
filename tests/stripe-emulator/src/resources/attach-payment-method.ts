import type Stripe from 'stripe'
import { emit } from '../webhooks/emit-event.ts'
import type { World } from '../world/world.ts'

export const attach = (world: World, method: Stripe.PaymentMethod, customerId: string): void => {
  if (method.customer === customerId) return
  method.customer = customerId
  emit(world, 'payment_method.attached', method)
}

/** A detached method can never be used again. Source: docs.stripe.com/api/payment_methods/detach */
export const detach = (world: World, method: Stripe.PaymentMethod): void => {
  const customer = method.customer
  method.customer = null
  const facts = world.state.paymentMethodFacts[method.id]
  if (facts) facts.isDetached = true
  emit(world, 'payment_method.detached', method, { previous: { customer } })
}
