import { createHash } from 'node:crypto'
import type Stripe from 'stripe'
import { newId } from '../world/ids.ts'
import { nowSeconds, type World } from '../world/world.ts'
import type { IbanScenario } from './test-ibans.ts'

/** Keeps a new, unattached bank account as a PaymentMethod. */
export const makeDebit = (
  world: World,
  { number }: IbanScenario,
  holder: { name: string | null; email: string | null },
): Stripe.PaymentMethod => {
  const method: Stripe.PaymentMethod = {
    id: newId('pm'),
    object: 'payment_method',
    allow_redisplay: 'unspecified',
    billing_details: { address: null, email: holder.email, name: holder.name, phone: null, tax_id: null },
    created: nowSeconds(world),
    customer: null,
    customer_account: null,
    livemode: false,
    metadata: {},
    sepa_debit: {
      bank_code: number.slice(4, 9),
      branch_code: number.slice(9, 14),
      country: number.slice(0, 2),
      fingerprint: createHash('sha256').update(`iban ${number}`).digest('base64url').slice(0, 16),
      generated_from: { charge: null, setup_attempt: null },
      last4: number.slice(-4),
    },
    type: 'sepa_debit',
  }
  world.state.paymentMethods[method.id] = method
  world.state.paymentMethodFacts[method.id] = { number, isAuthenticated: false, isDetached: false }
  return method
}
