import type Stripe from 'stripe'
import { DECLINES, type DeclineKind } from '../cards/decline-codes.ts'
import { newId } from '../world/ids.ts'
import { nowSeconds, type World } from '../world/world.ts'

export type ChargeResult = { kind: 'succeeded'; isCaptured: boolean } | { kind: 'pending' } | { kind: 'failed'; decline: DeclineKind }

/** Keeps one try of a payment, taken or refused. Source: docs.stripe.com/api/charges/object */
export const makeCharge = (
  world: World,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  result: ChargeResult,
): Stripe.Charge => {
  const isTaken = result.kind === 'succeeded'
  const isCaptured = result.kind === 'pending' || (isTaken && result.isCaptured)
  const failure = result.kind === 'failed' ? DECLINES[result.decline] : null
  const charge: Stripe.Charge = {
    id: newId(method.type === 'card' ? 'ch' : 'py'),
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
    payment_method_details: detailsOf(world, intent, method),
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
    status: result.kind,
    transfer_data: null,
    transfer_group: intent.transfer_group,
  }
  world.state.charges[charge.id] = charge
  return charge
}

const outcomeOf = (result: ChargeResult): Stripe.Charge.Outcome => {
  if (result.kind !== 'failed')
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

const detailsOf = (world: World, intent: Stripe.PaymentIntent, method: Stripe.PaymentMethod): Stripe.Charge.PaymentMethodDetails => ({
  type: method.type,
  ...(method.card ? { card: cardDetails(intent.amount, method.card) } : {}),
  ...(method.sepa_debit ? { sepa_debit: debitDetails(world, method.id, method.sepa_debit) } : {}),
})

const cardDetails = (amount: number, card: Stripe.PaymentMethod.Card): Stripe.Charge.PaymentMethodDetails.Card => ({
  amount_authorized: amount,
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
})

const debitDetails = (
  world: World,
  methodId: string,
  debit: Stripe.PaymentMethod.SepaDebit,
): Stripe.Charge.PaymentMethodDetails.SepaDebit => ({
  bank_code: debit.bank_code,
  branch_code: debit.branch_code,
  country: debit.country,
  fingerprint: debit.fingerprint,
  last4: debit.last4,
  mandate: Object.values(world.state.mandates).find((mandate) => mandate.payment_method === methodId)?.id ?? null,
})
