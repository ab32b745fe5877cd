import type Stripe from 'stripe'
import { DECLINES, type DeclineKind } from '../cards/decline-codes.ts'
import { scenarioOf } from '../cards/make-card.ts'
import { endpoint } from '../http/endpoint.ts'
import { listFields, page } from '../http/list.ts'
import { mergeMetadata, metadata, text } from '../http/params.ts'
import { found } from '../http/stripe-failure.ts'
import { emit } from '../webhooks/emit-event.ts'
import { newId } from '../world/ids.ts'
import { nowSeconds, type World } from '../world/world.ts'
import { book } from './balance-transactions.ts'

export type ChargeResult = { kind: 'succeeded'; isCaptured: boolean } | { kind: 'failed'; decline: DeclineKind }

/** Keeps one try of a payment, taken or refused. Source: docs.stripe.com/api/charges/object */
export const makeCharge = (
  world: World,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  result: ChargeResult,
): Stripe.Charge => {
  const isTaken = result.kind === 'succeeded'
  const isCaptured = isTaken && result.isCaptured
  const failure = isTaken ? null : DECLINES[result.decline]
  const charge: Stripe.Charge = {
    id: newId('ch'),
    object: 'charge',
    amount: intent.amount,
    amount_captured: isCaptured ? intent.amount : 0,
    amount_refunded: 0,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: null,
    billing_details: { ...method.billing_details },
    calculated_statement_descriptor: intent.statement_descriptor_suffix ? `MUTUO* ${intent.statement_descriptor_suffix}` : 'MUTUO',
    captured: isCaptured,
    created: nowSeconds(world),
    currency: intent.currency,
    customer: intent.customer,
    description: intent.description,
    disputed: false,
    failure_balance_transaction: null,
    failure_code: failure?.code ?? null,
    failure_message: failure?.message ?? null,
    fraud_details: {},
    livemode: false,
    metadata: { ...intent.metadata },
    on_behalf_of: null,
    outcome: outcomeOf(result),
    paid: isTaken,
    payment_intent: intent.id,
    payment_method: method.id,
    payment_method_details: cardDetails(intent, method),
    receipt_email: intent.receipt_email,
    receipt_number: null,
    receipt_url: null,
    refunded: false,
    review: null,
    shipping: null,
    source: null,
    source_transfer: null,
    statement_descriptor: intent.statement_descriptor,
    statement_descriptor_suffix: intent.statement_descriptor_suffix,
    status: isTaken ? 'succeeded' : 'failed',
    transfer_data: null,
    transfer_group: intent.transfer_group,
  }
  world.state.charges[charge.id] = charge
  return charge
}

const outcomeOf = (result: ChargeResult): Stripe.Charge.Outcome => {
  if (result.kind === 'succeeded')
    return { ...NO_OUTCOME, network_status: 'approved_by_network', seller_message: 'Payment complete.', type: 'authorized' }
  return {
    ...NO_OUTCOME,
    advice_code: DECLINES[result.decline].adviceCode ?? null,
    network_decline_code: '05',
    network_status: 'declined_by_network',
    reason: result.decline,
    seller_message: `The bank returned the decline code \`${result.decline}\`.`,
    type: 'issuer_declined',
  }
}

const NO_OUTCOME = {
  advice_code: null,
  network_advice_code: null,
  network_decline_code: null,
  network_status: null,
  reason: null,
  risk_level: 'normal',
  risk_score: 12,
  seller_message: null,
}

const cardDetails = (intent: Stripe.PaymentIntent, { card, type }: Stripe.PaymentMethod): Stripe.Charge.PaymentMethodDetails => ({
  type,
  ...(card
    ? {
        card: {
          amount_authorized: intent.amount,
          authorization_code: null,
          brand: card.brand,
          checks: card.checks,
          country: card.country,
          electronic_commerce_indicator: null,
          exp_month: card.exp_month,
          exp_year: card.exp_year,
          fingerprint: card.fingerprint ?? null,
          funding: card.funding,
          installments: null,
          last4: card.last4,
          mandate: null,
          network: card.brand,
          network_transaction_id: null,
          regulated_status: card.regulated_status,
          three_d_secure: null,
          transaction_link_id: null,
          wallet: null,
        },
      }
    : {}),
})

const DAY_S = 24 * 3600
const SETTLEMENT_DAYS = 3

/** Stripe's fee on a European card, in cents: 1.5 % + 0.25 €. */
export const stripeFee = (amount: number): number => Math.floor((amount * 15 + 500) / 1000) + 25

/** The balance transaction arrives after the payment, with `charge.updated`. Source: docs.stripe.com/payments/payment-intents/asynchronous-capture */
export const bookCharge = (world: World, chargeId: string): void => {
  const charge = world.state.charges[chargeId]
  if (!charge || charge.balance_transaction) return
  const isImmediate = charge.payment_method !== null && scenarioOf(world, charge.payment_method)?.isImmediatelyAvailable
  charge.balance_transaction = book(world, {
    type: 'charge',
    reportingCategory: 'charge',
    amount: charge.amount_captured,
    fee: stripeFee(charge.amount_captured),
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
