import type Stripe from 'stripe'
import { endpoint } from '../http/endpoint.ts'
import { listFields, page } from '../http/list.ts'
import { text } from '../http/params.ts'
import { found } from '../http/stripe-failure.ts'
import { emit } from '../webhooks/emit-event.ts'
import { newId } from '../world/ids.ts'
import { nowSeconds, type World } from '../world/world.ts'

/** The card's bank says a payment looks fraudulent; no money moves. Source: docs.stripe.com/disputes/how-disputes-work#early-fraud-warnings */
export const warnOfFraud = (world: World, charge: Stripe.Charge): void => {
  const warning: Stripe.Radar.EarlyFraudWarning = {
    id: newId('issfr'),
    object: 'radar.early_fraud_warning',
    actionable: true,
    charge: charge.id,
    created: nowSeconds(world),
    fraud_type: 'misc',
    livemode: false,
    payment_intent: String(charge.payment_intent),
  }
  world.state.fraudWarnings[warning.id] = warning
  emit(world, 'radar.early_fraud_warning.created', warning)
}

export const fraudWarningEndpoints = [
  endpoint('get', '/v1/radar/early_fraud_warnings', { ...listFields, charge: text, payment_intent: text }, ({ world, params }) =>
    page(
      Object.values(world.state.fraudWarnings).filter(
        (warning) =>
          warning.charge === (params.charge ?? warning.charge) &&
          warning.payment_intent === (params.payment_intent ?? warning.payment_intent),
      ),
      params,
      '/v1/radar/early_fraud_warnings',
    ),
  ),
  endpoint('get', '/v1/radar/early_fraud_warnings/:id', {}, ({ world, id }) =>
    found(world.state.fraudWarnings[id], 'early_fraud_warning', id),
  ),
]
