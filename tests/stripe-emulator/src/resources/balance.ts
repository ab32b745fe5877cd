import type Stripe from 'stripe'
import { endpoint } from '../http/endpoint.ts'
import type { World } from '../world/world.ts'

/** Balance of the platform (`null`) or of a connected account: the sums of its transactions. */
export const balanceOf = (world: World, account: string | null): Stripe.Balance => ({
  object: 'balance',
  available: sums(world, account, 'available'),
  livemode: false,
  pending: sums(world, account, 'pending'),
})

/** Cents that can leave the balance now. */
export const availableAmount = (world: World, account: string | null, currency: string): number =>
  sums(world, account, 'available').find((line) => line.currency === currency)?.amount ?? 0

/** Cents available or on their way. */
export const totalAmount = (world: World, account: string | null, currency: string): number =>
  availableAmount(world, account, currency) + (sums(world, account, 'pending').find((line) => line.currency === currency)?.amount ?? 0)

const sums = ({ state }: World, account: string | null, status: 'available' | 'pending') => {
  const byCurrency = new Map([['eur', 0]])
  for (const transaction of Object.values(state.balanceTransactions)) {
    if ((state.owners[transaction.id] ?? null) !== account || transaction.status !== status) continue
    byCurrency.set(transaction.currency, (byCurrency.get(transaction.currency) ?? 0) + transaction.net)
  }
  return [...byCurrency].map(([currency, amount]) => ({ amount, currency, source_types: { card: amount } }))
}

export const balanceEndpoints = [endpoint('get', '/v1/balance', {}, ({ world, account }) => balanceOf(world, account))]
