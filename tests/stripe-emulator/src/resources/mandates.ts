import type Stripe from 'stripe'
import { endpoint } from '../http/endpoint.ts'
import { found } from '../http/stripe-failure.ts'
import { newId, randomText } from '../world/ids.ts'
import { nowSeconds, type World } from '../world/world.ts'

/** The authorisation to debit that goes with a saved IBAN. Source: docs.stripe.com/api/mandates/object */
export const makeMandate = (world: World, paymentMethodId: string): Stripe.Mandate => {
  const id = newId('mandate')
  const mandate: Stripe.Mandate = {
    id,
    object: 'mandate',
    customer_acceptance: { accepted_at: nowSeconds(world), online: { ip_address: '127.0.0.1', user_agent: null }, type: 'online' },
    livemode: false,
    multi_use: {},
    payment_method: paymentMethodId,
    payment_method_details: {
      sepa_debit: { reference: randomText(16).toUpperCase(), url: `${world.baseUrl}/mandates/${id}` },
      type: 'sepa_debit',
    },
    status: 'active',
    type: 'multi_use',
  }
  world.state.mandates[id] = mandate
  return mandate
}

export const mandateEndpoints = [endpoint('get', '/v1/mandates/:id', {}, ({ world, id }) => found(world.state.mandates[id], 'mandate', id))]
