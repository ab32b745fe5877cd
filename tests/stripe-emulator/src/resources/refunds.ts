import type Stripe from 'stripe'
import { scenarioOf } from '../cards/payment-method-facts.ts'
import { endpoint } from '../http/endpoint.ts'
import { listFields, page } from '../http/list.ts'
import { amount, filledText, mergeMetadata, metadata, oneOf, text, type Read } from '../http/params.ts'
import { found, invalidRequest } from '../http/stripe-failure.ts'
import { emit } from '../webhooks/emit-event.ts'
import { newId } from '../world/ids.ts'
import { schedule } from '../world/tasks.ts'
import { nowSeconds, type World } from '../world/world.ts'
import { book } from './balance-transactions.ts'
import { bookCharge } from './charges.ts'
import { intentOf } from './create-payment-intent.ts'

const SETTLE_MS = 5000
const created = {
  payment_intent: filledText,
  charge: filledText,
  amount,
  reason: oneOf('duplicate', 'fraudulent', 'requested_by_customer'),
  metadata,
}

const refundOf = (world: World, id: string): Stripe.Refund => found(world.state.refunds[id], 'refund', id)

const chargeToRefund = (world: World, params: Read<typeof created>): Stripe.Charge => {
  if (params.charge !== undefined) return found(world.state.charges[params.charge], 'charge', params.charge, 'charge')
  if (params.payment_intent === undefined)
    throw invalidRequest('One of the following params should be provided for this request: payment_intent or charge.', 'parameter_missing')
  const intent = intentOf(world, params.payment_intent, 'payment_intent')
  const charge = typeof intent.latest_charge === 'string' ? world.state.charges[intent.latest_charge] : undefined
  if (intent.status === 'succeeded' && charge) return charge
  throw invalidRequest(`This PaymentIntent (${intent.id}) does not have a successful charge to refund.`, undefined, 'payment_intent')
}

/** Gives money back; transfers of the charge stay as they are. Source: docs.stripe.com/api/refunds/create */
const createRefund = (world: World, params: Read<typeof created>): Stripe.Refund => {
  const charge = chargeToRefund(world, params)
  const left = charge.amount - charge.amount_refunded
  const asked = params.amount ?? left
  if (charge.disputed) throw invalidRequest(`Charge ${charge.id} has been charged back; cannot issue a refund.`, 'charge_disputed')
  if (left === 0) throw invalidRequest(`Charge ${charge.id} has already been refunded.`, 'charge_already_refunded')
  if (asked > left)
    throw invalidRequest(
      `Refund amount (€${(asked / 100).toFixed(2)}) is greater than unrefunded amount on charge (€${(left / 100).toFixed(2)})`,
      undefined,
      'amount',
    )
  bookCharge(world, charge.id)
  const scenario = charge.payment_method === null ? undefined : scenarioOf(world, charge.payment_method)
  const refund = newRefund(
    world,
    charge,
    { ...params, amount: asked },
    scenario?.refund === 'pending_then_succeeded' ? 'pending' : 'succeeded',
  )
  refund.balance_transaction = bookRefund(world, charge, refund).id
  world.state.refunds[refund.id] = refund
  const before = { amount_refunded: charge.amount_refunded, refunded: charge.refunded }
  charge.amount_refunded += asked
  charge.refunded = charge.amount_refunded === charge.amount
  emit(world, 'refund.created', refund)
  emit(world, 'charge.refunded', charge, { previous: before })
  if (scenario?.refund === 'pending_then_succeeded') schedule(world, 'finish_refund', refund.id, SETTLE_MS)
  if (scenario?.refund === 'succeeded_then_failed') schedule(world, 'fail_refund', refund.id, SETTLE_MS)
  return refund
}

const newRefund = (world: World, charge: Stripe.Charge, params: Read<typeof created>, status: string): Stripe.Refund => ({
  id: newId('re'),
  object: 'refund',
  amount: params.amount ?? 0,
  balance_transaction: null,
  charge: charge.id,
  created: nowSeconds(world),
  currency: charge.currency,
  customer: charge.customer,
  customer_account: null,
  destination_details: { card: { reference_status: 'pending', reference_type: 'acquirer_reference_number', type: 'refund' }, type: 'card' },
  metadata: mergeMetadata({}, params.metadata),
  payment_intent: charge.payment_intent,
  payment_method: charge.payment_method,
  reason: params.reason ?? null,
  receipt_number: null,
  source_transfer_reversal: null,
  status,
  transfer_reversal: null,
})

/** The refund of money still pending is taken from that pending money. */
const bookRefund = (world: World, charge: Stripe.Charge, refund: Stripe.Refund): Stripe.BalanceTransaction => {
  const charged = typeof charge.balance_transaction === 'string' ? world.state.balanceTransactions[charge.balance_transaction] : undefined
  return book(world, {
    type: charge.payment_method_details?.type === 'card' ? 'refund' : 'payment_refund',
    reportingCategory: 'refund',
    amount: -refund.amount,
    currency: refund.currency,
    source: refund.id,
    description: 'REFUND FOR CHARGE',
    ...(charged ? { availableOn: charged.available_on } : {}),
  })
}

/** A pending refund reaches the card. */
export const finishRefund = (world: World, id: string): void => {
  const refund = refundOf(world, id)
  refund.status = 'succeeded'
  emit(world, 'refund.updated', refund, { previous: { status: 'pending' } })
}

/** The bank sends the money back: it returns to our balance. Source: docs.stripe.com/refunds#failed-refunds */
export const failRefund = (world: World, id: string): void => {
  const refund = refundOf(world, id)
  const charge = found(world.state.charges[String(refund.charge)], 'charge', String(refund.charge))
  refund.status = 'failed'
  refund.failure_reason = 'expired_or_canceled_card'
  refund.failure_balance_transaction = book(world, {
    type: 'refund_failure',
    reportingCategory: 'refund_failure',
    amount: refund.amount,
    currency: refund.currency,
    source: refund.id,
    description: 'REFUND FAILURE',
  }).id
  charge.amount_refunded -= refund.amount
  charge.refunded = false
  emit(world, 'refund.updated', refund, { previous: { status: 'succeeded' } })
  emit(world, 'refund.failed', refund)
  emit(world, 'charge.updated', charge)
}

export const refundEndpoints = [
  endpoint('post', '/v1/refunds', created, ({ world, params }) => createRefund(world, params)),
  endpoint('get', '/v1/refunds', { ...listFields, charge: text, payment_intent: text }, ({ world, params }) =>
    page(
      Object.values(world.state.refunds).filter(
        (refund) =>
          refund.charge === (params.charge ?? refund.charge) && refund.payment_intent === (params.payment_intent ?? refund.payment_intent),
      ),
      params,
      '/v1/refunds',
    ),
  ),
  endpoint('get', '/v1/refunds/:id', {}, ({ world, id }) => refundOf(world, id)),
  endpoint('post', '/v1/refunds/:id', { metadata }, ({ world, id, params }) => {
    const refund = refundOf(world, id)
    refund.metadata = mergeMetadata(refund.metadata, params.metadata)
    emit(world, 'refund.updated', refund)
    return refund
  }),
]
