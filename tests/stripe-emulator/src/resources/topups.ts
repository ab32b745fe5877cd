import type Stripe from 'stripe'
import { endpoint } from '../http/endpoint.ts'
import { listFields, page } from '../http/list.ts'
import { amount, filledText, mergeMetadata, metadata, required, text } from '../http/params.ts'
import { found } from '../http/stripe-failure.ts'
import { emit } from '../webhooks/emit-event.ts'
import { newId } from '../world/ids.ts'
import { nowSeconds } from '../world/world.ts'
import { book } from './balance-transactions.ts'

const created = { amount: required(amount), currency: required(filledText), description: text, metadata, transfer_group: text }

/** Adds the platform's own money to its balance. Source: docs.stripe.com/api/topups */
export const topupEndpoints = [
  endpoint('post', '/v1/topups', created, ({ world, params }) => {
    const id = newId('tu')
    const currency = params.currency.toLowerCase()
    const topup: Stripe.Topup = {
      id,
      object: 'topup',
      amount: params.amount,
      balance_transaction: book(world, { type: 'topup', reportingCategory: 'topup', amount: params.amount, currency, source: id }).id,
      created: nowSeconds(world),
      currency,
      description: params.description ?? null,
      expected_availability_date: nowSeconds(world),
      failure_code: null,
      failure_message: null,
      initiated_by: 'user',
      livemode: false,
      metadata: mergeMetadata({}, params.metadata),
      source: null,
      statement_descriptor: null,
      status: 'succeeded',
      transfer_group: params.transfer_group ?? null,
    }
    world.state.topups[id] = topup
    emit(world, 'topup.created', topup)
    emit(world, 'topup.succeeded', topup)
    return topup
  }),
  endpoint('get', '/v1/topups', listFields, ({ world, params }) => page(Object.values(world.state.topups), params, '/v1/topups')),
  endpoint('get', '/v1/topups/:id', {}, ({ world, id }) => found(world.state.topups[id], 'topup', id)),
]
