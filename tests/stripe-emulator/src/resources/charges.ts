import { scenarioOf } from '../cards/payment-method-facts.ts'
import { endpoint } from '../http/endpoint.ts'
import { listFields, page } from '../http/list.ts'
import { mergeMetadata, metadata, text } from '../http/params.ts'
import { found } from '../http/stripe-failure.ts'
import { emit } from '../webhooks/emit-event.ts'
import { nowSeconds, type World } from '../world/world.ts'
import { book } from './balance-transactions.ts'

const DAY_S = 24 * 3600
const SETTLEMENT_DAYS = 3

const DEBIT_FEE = 35

/** Stripe's fee on a European card, in cents: 1.5 % + 0.25 €. */
const cardFee = (amount: number): number => Math.floor((amount * 15 + 500) / 1000) + 25

/** The balance transaction arrives after the payment, with `charge.updated`. Source: docs.stripe.com/payments/payment-intents/asynchronous-capture */
export const bookCharge = (world: World, chargeId: string): void => {
  const charge = world.state.charges[chargeId]
  if (!charge || charge.balance_transaction) return
  const isCard = charge.payment_method_details?.type === 'card'
  const isImmediate = charge.payment_method !== null && scenarioOf(world, charge.payment_method)?.isImmediatelyAvailable
  charge.balance_transaction = book(world, {
    type: isCard ? 'charge' : 'payment',
    reportingCategory: 'charge',
    amount: charge.amount_captured,
    fee: isCard ? cardFee(charge.amount_captured) : DEBIT_FEE,
    currency: charge.currency,
    source: charge.id,
    description: charge.description,
    availableOn: nowSeconds(world) + (isImmediate ? 0 : SETTLEMENT_DAYS * DAY_S),
  }).id
  emit(world, 'charge.updated', charge, { previous: { balance_transaction: null } })
}

export const chargeEndpoints = [
  endpoint('get', '/v1/charges', { ...listFields, customer: text, payment_intent: text, transfer_group: text }, (call) => {
    const { customer, payment_intent, transfer_group } = call.params
    const matching = Object.values(call.world.state.charges).filter(
      (charge) =>
        (call.world.state.owners[charge.id] ?? null) === call.account &&
        charge.customer === (customer ?? charge.customer) &&
        charge.payment_intent === (payment_intent ?? charge.payment_intent) &&
        charge.transfer_group === (transfer_group ?? charge.transfer_group),
    )
    return page(matching, call.params, '/v1/charges')
  }),
  endpoint('get', '/v1/charges/:id', {}, ({ world, id }) => found(world.state.charges[id], 'charge', id)),
  endpoint('post', '/v1/charges/:id', { metadata, description: text, transfer_group: text }, ({ world, id, params }) => {
    const charge = found(world.state.charges[id], 'charge', id)
    charge.metadata = mergeMetadata(charge.metadata, params.metadata)
    charge.description = params.description ?? charge.description
    charge.transfer_group = params.transfer_group ?? charge.transfer_group
    emit(world, 'charge.updated', charge)
    return charge
  }),
]
