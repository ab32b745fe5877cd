import type Stripe from 'stripe'
import { endpoint } from '../http/endpoint.ts'
import { listFields, page } from '../http/list.ts'
import { text } from '../http/params.ts'
import { found } from '../http/stripe-failure.ts'
import { emit } from '../webhooks/emit-event.ts'
import { newId } from '../world/ids.ts'
import { schedule } from '../world/tasks.ts'
import { nowSeconds, type World } from '../world/world.ts'
import { balanceOf } from './balance.ts'

type Booking = {
  type: Stripe.BalanceTransaction.Type
  reportingCategory: string
  amount: number
  fee?: number
  currency: string
  source: string
  description?: string | null
  /** Unix seconds; now when absent. */
  availableOn?: number
  /** Connected account whose balance moves; the platform's when absent. */
  account?: string
}

/** Moves a balance; the only way one moves. */
export const book = (world: World, booking: Booking): Stripe.BalanceTransaction => {
  const now = nowSeconds(world)
  const { fee = 0, availableOn = now, currency } = booking
  const isAvailable = availableOn <= now
  const transaction: Stripe.BalanceTransaction = {
    id: newId('txn'),
    object: 'balance_transaction',
    amount: booking.amount,
    available_on: Math.max(availableOn, now),
    balance_type: 'payments',
    created: now,
    currency,
    description: booking.description ?? null,
    exchange_rate: null,
    fee,
    fee_details: fee === 0 ? [] : [{ amount: fee, application: null, currency, description: 'Stripe processing fees', type: 'stripe_fee' }],
    net: booking.amount - fee,
    reporting_category: booking.reportingCategory,
    source: booking.source,
    status: isAvailable ? 'available' : 'pending',
    type: booking.type,
  }
  world.state.balanceTransactions[transaction.id] = transaction
  if (booking.account) world.state.owners[transaction.id] = booking.account
  if (!isAvailable) schedule(world, 'release_funds', transaction.id, (availableOn - now) * 1000)
  return transaction
}

/** Pending money becomes available. */
export const releaseFunds = (world: World, transactionId: string): void => {
  const transaction = world.state.balanceTransactions[transactionId]
  if (!transaction || transaction.status === 'available') return
  transaction.status = 'available'
  const account = world.state.owners[transactionId]
  emit(world, 'balance.available', balanceOf(world, account ?? null), { account })
}

export const balanceTransactionEndpoints = [
  endpoint('get', '/v1/balance_transactions', { ...listFields, type: text, source: text, currency: text, payout: text }, (call) => {
    const { type, source, currency } = call.params
    const mine = Object.values(call.world.state.balanceTransactions).filter(
      (transaction) =>
        (call.world.state.owners[transaction.id] ?? null) === call.account &&
        transaction.type === (type ?? transaction.type) &&
        transaction.source === (source ?? transaction.source) &&
        transaction.currency === (currency ?? transaction.currency),
    )
    return page(mine, call.params, '/v1/balance_transactions')
  }),
  endpoint('get', '/v1/balance_transactions/:id', {}, ({ world, id }) =>
    found(world.state.balanceTransactions[id], 'balance transaction', id),
  ),
]
