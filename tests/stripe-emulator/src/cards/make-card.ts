import { createHash } from 'node:crypto'
import type Stripe from 'stripe'
import { newId } from '../world/ids.ts'
import { nowSeconds, type World } from '../world/world.ts'
import type { CardScenario } from './test-cards.ts'

export type CardDetails = { expMonth: number; expYear: number; name: string | null; email: string | null; isCvcGiven: boolean }

/** Keeps a new, unattached card as a PaymentMethod. */
export const makeCard = (world: World, scenario: CardScenario, details: CardDetails): Stripe.PaymentMethod => {
  const card: Stripe.PaymentMethod = {
    id: newId('pm'),
    object: 'payment_method',
    allow_redisplay: 'unspecified',
    billing_details: { address: null, email: details.email, name: details.name, phone: null, tax_id: null },
    card: cardFields(scenario, details),
    created: nowSeconds(world),
    customer: null,
    customer_account: null,
    livemode: false,
    metadata: {},
    type: 'card',
  }
  world.state.paymentMethods[card.id] = card
  world.state.paymentMethodFacts[card.id] = { number: scenario.number, isAuthenticated: false, isDetached: false }
  return card
}

const cardFields = ({ number, brand }: CardScenario, { expMonth, expYear, isCvcGiven }: CardDetails): Stripe.PaymentMethod.Card => ({
  brand,
  checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: isCvcGiven ? 'pass' : null },
  country: 'FR',
  display_brand: brand === 'amex' ? 'american_express' : brand,
  exp_month: expMonth,
  exp_year: expYear,
  fingerprint: createHash('sha256').update(`card ${number}`).digest('base64url').slice(0, 16),
  funding: 'credit',
  generated_from: null,
  last4: number.slice(-4),
  networks: { available: [brand], preferred: null },
  regulated_status: 'unregulated',
  three_d_secure_usage: { supported: true },
  wallet: null,
})

/** The card made for a token such as `pm_card_visa`, expiring in two years. */
export const makeTokenCard = (world: World, scenario: CardScenario): Stripe.PaymentMethod =>
  makeCard(world, scenario, {
    expMonth: 12,
    expYear: new Date(world.nowMs()).getUTCFullYear() + 2,
    name: null,
    email: null,
    isCvcGiven: true,
  })
