import type Stripe from 'stripe'
import { endpoint } from '../http/endpoint.ts'
import { listFields, page } from '../http/list.ts'
import { amount, filledText, mergeMetadata, metadata, required, text, type Read } from '../http/params.ts'
import { found, invalidRequest, missingResource } from '../http/stripe-failure.ts'
import { emit } from '../webhooks/emit-event.ts'
import { newId } from '../world/ids.ts'
import { nowSeconds, type World } from '../world/world.ts'
import { standingOf } from './account-standing.ts'
import { book } from './balance-transactions.ts'
import { availableAmount } from './balance.ts'
import { bookCharge } from './charges.ts'
import { makeDestinationPayment } from './destination-payments.ts'

const created = {
  amount: required(amount),
  currency: required(filledText),
  destination: required(filledText),
  source_transaction: filledText,
  transfer_group: filledText,
  description: text,
  metadata,
}

export const transferOf = (world: World, id: string): Stripe.Transfer => found(world.state.transfers[id], 'transfer', id)

/** Moves money from the platform to a connected account. Source: docs.stripe.com/connect/separate-charges-and-transfers */
const createTransfer = (world: World, params: Read<typeof created>): Stripe.Transfer => {
  const destination = world.state.accounts[params.destination]
  if (!destination) throw missingResource('destination', params.destination, 'destination')
  if (standingOf(destination) !== 'active')
    throw invalidRequest(
      'Your destination account needs to have at least one of the following capabilities enabled: transfers, crypto_transfers, legacy_payments',
      'insufficient_capabilities_for_transfer',
      'destination',
    )
  const currency = params.currency.toLowerCase()
  const source = params.source_transaction === undefined ? null : sourceCharge(world, params.source_transaction, params.amount, currency)
  if (!source && availableAmount(world, null, currency) < params.amount) throw insufficientFunds()
  const transfer = newTransfer(world, { ...params, currency, transfer_group: params.transfer_group ?? source?.transfer_group ?? undefined })
  const availableOn = source ? settlesOn(world, source) : nowSeconds(world)
  const booking = { currency, source: transfer.id, description: transfer.description, availableOn, reportingCategory: 'transfer' }
  transfer.balance_transaction = book(world, { ...booking, type: 'transfer', amount: -transfer.amount }).id
  transfer.destination_payment = makeDestinationPayment(world, transfer, destination.id, availableOn).id
  world.state.transfers[transfer.id] = transfer
  emit(world, 'transfer.created', transfer)
  return transfer
}

const newTransfer = (world: World, params: Read<typeof created>): Stripe.Transfer => {
  const id = newId('tr')
  return {
    id,
    object: 'transfer',
    amount: params.amount,
    amount_reversed: 0,
    balance_transaction: null,
    created: nowSeconds(world),
    currency: params.currency,
    description: params.description ?? null,
    destination: params.destination,
    livemode: false,
    metadata: mergeMetadata({}, params.metadata),
    reversals: { object: 'list', data: [], has_more: false, url: `/v1/transfers/${id}/reversals` },
    reversed: false,
    source_transaction: params.source_transaction ?? null,
    source_type: 'card',
    transfer_group: params.transfer_group ?? `group_${params.source_transaction ?? id}`,
  }
}

/** The charge a transfer draws on, after the rule that all its transfers stay within its amount. */
const sourceCharge = (world: World, chargeId: string, asked: number, currency: string): Stripe.Charge => {
  const charge = found(world.state.charges[chargeId], 'charge', chargeId, 'source_transaction')
  if (charge.status !== 'succeeded' || !charge.captured)
    throw invalidRequest('The source_transaction must be a captured, successful charge.', undefined, 'source_transaction')
  if (charge.currency !== currency)
    throw invalidRequest(
      `The currency of source_transaction's balance transaction (${charge.currency}) must be the same as the transfer currency (${currency})`,
      undefined,
      'currency',
    )
  const earlier = Object.values(world.state.transfers).filter(({ source_transaction }) => source_transaction === chargeId)
  const drawn = earlier.reduce((sum, transfer) => sum + transfer.amount - transfer.amount_reversed, 0)
  if (drawn + asked > charge.amount)
    throw invalidRequest(
      `Transfers using this transaction as a source must not exceed the source amount of ${euros(charge.amount)}. (There is already ${earlier.length} transfer(s) using this source, amounting to a total of ${euros(drawn)}.)`,
      'balance_insufficient',
      'amount',
    )
  bookCharge(world, charge.id)
  return charge
}

const euros = (cents: number) => `€${(cents / 100).toFixed(2)}`

const settlesOn = (world: World, charge: Stripe.Charge): number =>
  (typeof charge.balance_transaction === 'string'
    ? world.state.balanceTransactions[charge.balance_transaction]?.available_on
    : undefined) ?? nowSeconds(world)

const insufficientFunds = () =>
  invalidRequest(
    'You have insufficient available funds in your Stripe account. Try adding funds directly to your available balance by creating Charges using the 4000000000000077 test card. See: https://stripe.com/docs/testing#available-balance',
    'balance_insufficient',
  )

export const transferEndpoints = [
  endpoint('post', '/v1/transfers', created, ({ world, params }) => createTransfer(world, params)),
  endpoint('get', '/v1/transfers', { ...listFields, destination: text, transfer_group: text }, ({ world, params }) =>
    page(
      Object.values(world.state.transfers).filter(
        (transfer) =>
          transfer.destination === (params.destination ?? transfer.destination) &&
          transfer.transfer_group === (params.transfer_group ?? transfer.transfer_group),
      ),
      params,
      '/v1/transfers',
    ),
  ),
  endpoint('get', '/v1/transfers/:id', {}, ({ world, id }) => transferOf(world, id)),
  endpoint('post', '/v1/transfers/:id', { metadata, description: text }, ({ world, id, params }) => {
    const transfer = transferOf(world, id)
    transfer.metadata = mergeMetadata(transfer.metadata, params.metadata)
    transfer.description = params.description ?? transfer.description
    emit(world, 'transfer.updated', transfer)
    return transfer
  }),
]
