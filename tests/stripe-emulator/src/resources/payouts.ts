import type Stripe from 'stripe'
import { endpoint } from '../http/endpoint.ts'
import { listFields, page } from '../http/list.ts'
import { amount, filledText, mergeMetadata, metadata, required, text } from '../http/params.ts'
import { found, invalidRequest } from '../http/stripe-failure.ts'
import { emit } from '../webhooks/emit-event.ts'
import { newId } from '../world/ids.ts'
import { schedule } from '../world/tasks.ts'
import { nowSeconds, type World } from '../world/world.ts'
import { book } from './balance-transactions.ts'
import { availableAmount } from './balance.ts'

const created = { amount: required(amount), currency: required(filledText), description: text, metadata, statement_descriptor: text }
const DAY_S = 24 * 3600

type Input = { amount: number; currency: string; description: string | undefined; metadata: Record<string, string> | '' | undefined }

const createPayout = (world: World, account: string | null, params: Input): Stripe.Payout => {
  const currency = params.currency.toLowerCase()
  if (availableAmount(world, account, currency) < params.amount)
    throw invalidRequest(
      'You have insufficient funds in your Stripe account for this transfer. Your card balance is too low.',
      'balance_insufficient',
    )
  const id = newId('po')
  const booking = {
    type: 'payout',
    reportingCategory: 'payout',
    amount: -params.amount,
    currency,
    source: id,
    description: 'STRIPE PAYOUT',
  } as const
  const payout: Stripe.Payout = {
    id,
    object: 'payout',
    amount: params.amount,
    application_fee: null,
    application_fee_amount: null,
    arrival_date: nowSeconds(world) + DAY_S,
    automatic: false,
    balance_transaction: book(world, account === null ? booking : { ...booking, account }).id,
    created: nowSeconds(world),
    currency,
    description: params.description ?? null,
    destination: null,
    failure_balance_transaction: null,
    failure_code: null,
    failure_message: null,
    livemode: false,
    metadata: mergeMetadata({}, params.metadata),
    method: 'standard',
    original_payout: null,
    payout_method: null,
    reconciliation_status: 'not_applicable',
    reversed_by: null,
    source_type: 'card',
    statement_descriptor: null,
    status: 'pending',
    trace_id: null,
    type: 'bank_account',
  }
  world.state.payouts[id] = payout
  if (account !== null) world.state.owners[id] = account
  emit(world, 'payout.created', payout, { account: account ?? undefined })
  schedule(world, 'pay_out', id, DAY_S * 1000)
  return payout
}

/** The money reaches the bank account. */
export const payOut = (world: World, id: string): void => {
  const payout = world.state.payouts[id]
  if (!payout) return
  payout.status = 'paid'
  emit(world, 'payout.paid', payout, { account: world.state.owners[id] })
}

/** From a balance to a bank account; a Stripe-Account header makes it the connected account's. Source: docs.stripe.com/api/payouts */
export const payoutEndpoints = [
  endpoint('post', '/v1/payouts', created, ({ world, account, params }) => createPayout(world, account, params)),
  endpoint('get', '/v1/payouts', { ...listFields, status: text }, ({ world, account, params }) =>
    page(
      Object.values(world.state.payouts).filter(
        (payout) => (world.state.owners[payout.id] ?? null) === account && payout.status === (params.status ?? payout.status),
      ),
      params,
      '/v1/payouts',
    ),
  ),
  endpoint('get', '/v1/payouts/:id', {}, ({ world, id }) => found(world.state.payouts[id], 'payout', id)),
  endpoint('post', '/v1/payouts/:id', { metadata }, ({ world, id, params }) => {
    const payout = found(world.state.payouts[id], 'payout', id)
    payout.metadata = mergeMetadata(payout.metadata, params.metadata)
    emit(world, 'payout.updated', payout, { account: world.state.owners[id] })
    return payout
  }),
]
