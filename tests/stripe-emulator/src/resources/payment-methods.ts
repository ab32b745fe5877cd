import type Stripe from 'stripe'
import { DECLINES } from '../cards/decline-codes.ts'
import { makeTokenCard } from '../cards/make-card.ts'
import { scenarioOf } from '../cards/payment-method-facts.ts'
import { makeDebit } from '../cards/make-debit.ts'
import { cardByToken } from '../cards/test-cards.ts'
import { ibanByNumber } from '../cards/test-ibans.ts'
import { endpoint } from '../http/endpoint.ts'
import { listFields, page } from '../http/list.ts'
import { fields, filledText, ignored, mergeMetadata, metadata, oneOf, required, text } from '../http/params.ts'
import { found, invalidRequest, StripeFailure } from '../http/stripe-failure.ts'
import { emit } from '../webhooks/emit-event.ts'
import type { World } from '../world/world.ts'
import { attach, detach } from './attach-payment-method.ts'
import { customerOf } from './customers.ts'

/** The method an id names; a test token such as `pm_card_visa` makes a new card. */
export const paymentMethodOf = (world: World, id: string, param = 'payment_method'): Stripe.PaymentMethod => {
  const scenario = cardByToken(id)
  return scenario ? makeTokenCard(world, scenario) : found(world.state.paymentMethods[id], 'PaymentMethod', id, param)
}

/** @throws card_error where the card refuses to be saved */
export const assertSavable = (world: World, method: Stripe.PaymentMethod): void => {
  const decline = scenarioOf(world, method.id)?.setupDecline
  if (!decline) return
  const { code, message } = DECLINES[decline]
  throw new StripeFailure(402, { type: 'card_error', code, decline_code: decline, message })
}

const listOfCustomer = (world: World, customerId: string, type: string | undefined) => {
  customerOf(world, customerId, 'customer')
  return Object.values(world.state.paymentMethods).filter(
    (method) => method.customer === customerId && method.type === (type ?? method.type),
  )
}

const created = {
  type: required(oneOf('sepa_debit')),
  sepa_debit: required(fields({ iban: required(filledText) })),
  billing_details: fields({ name: text, email: text, phone: text, address: ignored }),
  metadata,
}

export const paymentMethodEndpoints = [
  endpoint('post', '/v1/payment_methods', created, ({ world, params }) => {
    const scenario = ibanByNumber(params.sepa_debit.iban.replaceAll(' ', '').toUpperCase())
    if (!scenario) throw invalidRequest('The IBAN you provided is invalid.', 'invalid_bank_account_iban', 'sepa_debit[iban]')
    const { name = null, email = null } = params.billing_details ?? {}
    const method = makeDebit(world, scenario, { name, email })
    method.metadata = mergeMetadata({}, params.metadata)
    return method
  }),
  endpoint('get', '/v1/payment_methods', { ...listFields, customer: required(filledText), type: text }, ({ world, params }) =>
    page(listOfCustomer(world, params.customer, params.type), params, '/v1/payment_methods'),
  ),
  endpoint('get', '/v1/customers/:id/payment_methods', { ...listFields, type: text }, ({ world, id, params }) =>
    page(listOfCustomer(world, id, params.type), params, `/v1/customers/${id}/payment_methods`),
  ),
  endpoint('get', '/v1/payment_methods/:id', {}, ({ world, id }) => found(world.state.paymentMethods[id], 'PaymentMethod', id)),
  endpoint('post', '/v1/payment_methods/:id', { metadata }, ({ world, id, params }) => {
    const method = found(world.state.paymentMethods[id], 'PaymentMethod', id)
    method.metadata = mergeMetadata(method.metadata, params.metadata)
    emit(world, 'payment_method.updated', method)
    return method
  }),
  endpoint('post', '/v1/payment_methods/:id/attach', { customer: required(filledText) }, ({ world, id, params }) => {
    const method = paymentMethodOf(world, id, 'id')
    customerOf(world, params.customer, 'customer')
    if (method.customer !== null && method.customer !== params.customer)
      throw invalidRequest('The payment method you provided has already been attached to a customer.')
    assertSavable(world, method)
    attach(world, method, params.customer)
    return method
  }),
  endpoint('post', '/v1/payment_methods/:id/detach', {}, ({ world, id }) => {
    const method = found(world.state.paymentMethods[id], 'PaymentMethod', id)
    if (method.customer === null)
      throw invalidRequest('The payment method you provided is not attached to a customer so detachment is impossible.')
    detach(world, method)
    return method
  }),
]
