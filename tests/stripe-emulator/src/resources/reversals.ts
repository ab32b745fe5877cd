import type Stripe from 'stripe'
import { endpoint } from '../http/endpoint.ts'
import { listFields, page } from '../http/list.ts'
import { amount, flag, mergeMetadata, metadata, text } from '../http/params.ts'
import { found, invalidRequest } from '../http/stripe-failure.ts'
import { emit } from '../webhooks/emit-event.ts'
import { newId } from '../world/ids.ts'
import { nowSeconds, type World } from '../world/world.ts'
import { book } from './balance-transactions.ts'
import { totalAmount } from './balance.ts'
import { transferOf } from './transfers.ts'

type Input = { amount: number | undefined; metadata: Record<string, string> | '' | undefined }

/** Takes transferred money back from the connected account. Source: docs.stripe.com/connect/separate-charges-and-transfers#reversing-transfers */
const createReversal = (world: World, transferId: string, params: Input): Stripe.TransferReversal => {
  const transfer = transferOf(world, transferId)
  const left = transfer.amount - transfer.amount_reversed
  const asked = params.amount ?? left
  const account = String(transfer.destination)
  if (asked > left || asked < 1)
    throw invalidRequest(`Transfer reversal amount (${asked}) is greater than unreversed amount on transfer (${left})`, undefined, 'amount')
  if (totalAmount(world, account, transfer.currency) < asked)
    throw invalidRequest(
      'The recipient of this transfer does not have sufficient funds in their Stripe balance to reverse this amount.',
      'balance_insufficient',
      'amount',
    )
  const id = newId('trr')
  const booking = { type: 'transfer_refund', reportingCategory: 'transfer_reversal', currency: transfer.currency, source: id } as const
  const settled = settlesOn(world, transfer)
  const reversal: Stripe.TransferReversal = {
    id,
    object: 'transfer_reversal',
    amount: asked,
    balance_transaction: book(world, { ...booking, amount: asked, availableOn: settled }).id,
    created: nowSeconds(world),
    currency: transfer.currency,
    destination_payment_refund: null,
    metadata: mergeMetadata({}, params.metadata),
    source_refund: null,
    transfer: transfer.id,
  }
  book(world, { ...booking, type: 'payment_refund', reportingCategory: 'refund', amount: -asked, availableOn: settled, account })
  world.state.reversals[id] = reversal
  transfer.amount_reversed += asked
  transfer.reversed = transfer.amount_reversed === transfer.amount
  transfer.reversals.data.unshift(structuredClone(reversal))
  emit(world, 'transfer.reversed', transfer)
  return reversal
}

/** Money that was not yet available comes back as pending, until the same day. */
const settlesOn = (world: World, transfer: Stripe.Transfer): number =>
  world.state.balanceTransactions[String(transfer.balance_transaction)]?.available_on ?? nowSeconds(world)

export const reversalEndpoints = [
  endpoint(
    'post',
    '/v1/transfers/:id/reversals',
    { amount, metadata, description: text, refund_application_fee: flag },
    ({ world, id, params }) => createReversal(world, id, params),
  ),
  endpoint('get', '/v1/transfers/:id/reversals', listFields, ({ world, id, params }) =>
    page(
      Object.values(world.state.reversals).filter(({ transfer }) => transfer === transferOf(world, id).id),
      params,
      `/v1/transfers/${id}/reversals`,
    ),
  ),
  endpoint('get', '/v1/transfers/:id/reversals/:childId', {}, ({ world, childId }) =>
    found(world.state.reversals[childId], 'transfer_reversal', childId),
  ),
]
