import type Stripe from 'stripe'
import { endpoint, type Call } from '../http/endpoint.ts'
import { listFields, page } from '../http/list.ts'
import {
  amount,
  fields,
  filledText,
  flag,
  ignored,
  integer,
  listOf,
  mergeMetadata,
  metadata,
  oneOf,
  required,
  text,
  type Read,
} from '../http/params.ts'
import { search } from '../http/search.ts'
import { found, invalidRequest } from '../http/stripe-failure.ts'
import { emit } from '../webhooks/emit-event.ts'
import { newId, randomText } from '../world/ids.ts'
import { nowSeconds, type World } from '../world/world.ts'
import { completePayment, confirmIntent, unexpectedState } from './confirm-payment-intent.ts'
import { customerOf } from './customers.ts'
import { paymentMethodOf } from './payment-methods.ts'

const described = {
  customer: filledText,
  description: text,
  metadata,
  payment_method: filledText,
  receipt_email: text,
  setup_future_usage: oneOf('on_session', 'off_session'),
  statement_descriptor: text,
  statement_descriptor_suffix: text,
  transfer_group: text,
  shipping: ignored,
  payment_method_options: ignored,
}

const confirmed = {
  payment_method: filledText,
  off_session: flag,
  return_url: filledText,
  mandate_data: ignored,
  payment_method_options: ignored,
  setup_future_usage: oneOf('on_session', 'off_session'),
  use_stripe_sdk: flag,
}

const created = {
  ...described,
  ...confirmed,
  amount: required(amount),
  currency: required(filledText),
  confirm: flag,
  capture_method: oneOf('automatic', 'automatic_async', 'manual'),
  confirmation_method: oneOf('automatic', 'manual'),
  allowed_payment_method_types: listOf(text),
  excluded_payment_method_types: listOf(text),
  payment_method_types: listOf(text),
  automatic_payment_methods: fields({ enabled: required(flag), allow_redirects: oneOf('always', 'never') }),
}

export const intentOf = (world: World, id: string, param?: string): Stripe.PaymentIntent =>
  found(world.state.paymentIntents[id], 'payment_intent', id, param)

const SMALLEST_CHARGE = 50

/** A new PaymentIntent, not yet confirmed. Source: docs.stripe.com/api/payment_intents/create */
export const createIntent = (
  world: World,
  params: Partial<Read<typeof created>> & { amount: number; currency: string },
): Stripe.PaymentIntent => {
  if (params.amount < SMALLEST_CHARGE) throw invalidRequest('Amount must be at least €0.50 eur', 'amount_too_small', 'amount')
  if (params.customer !== undefined) customerOf(world, params.customer, 'customer')
  const id = newId('pi')
  const types = params.allowed_payment_method_types ?? params.payment_method_types
  const intent: Stripe.PaymentIntent = {
    id,
    object: 'payment_intent',
    allowed_payment_method_types: params.allowed_payment_method_types ?? null,
    amount: params.amount,
    amount_capturable: 0,
    amount_received: 0,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: types
      ? null
      : { allow_redirects: params.automatic_payment_methods?.allow_redirects ?? 'always', enabled: true },
    canceled_at: null,
    cancellation_reason: null,
    capture_method: params.capture_method ?? 'automatic_async',
    client_secret: `${id}_secret_${randomText(24)}`,
    confirmation_method: params.confirmation_method ?? 'automatic',
    created: nowSeconds(world),
    currency: params.currency.toLowerCase(),
    customer: params.customer ?? null,
    customer_account: null,
    description: params.description ?? null,
    excluded_payment_method_types: params.excluded_payment_method_types ?? null,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    managed_payments: null,
    metadata: mergeMetadata({}, params.metadata),
    next_action: null,
    on_behalf_of: null,
    payment_method: params.payment_method === undefined ? null : paymentMethodOf(world, params.payment_method).id,
    payment_method_configuration_details: null,
    payment_method_options: { card: { installments: null, mandate_options: null, network: null, request_three_d_secure: 'automatic' } },
    payment_method_types: types ?? ['card'],
    payment_record: null,
    processing: null,
    receipt_email: params.receipt_email ?? null,
    review: null,
    setup_future_usage: params.setup_future_usage ?? null,
    shipping: null,
    source: null,
    statement_descriptor: params.statement_descriptor ?? null,
    statement_descriptor_suffix: params.statement_descriptor_suffix ?? null,
    status: params.payment_method === undefined ? 'requires_payment_method' : 'requires_confirmation',
    transfer_group: params.transfer_group ?? null,
  }
  world.state.paymentIntents[id] = intent
  emit(world, 'payment_intent.created', intent)
  return intent
}

const updateIntent = ({ world, id, params }: Call<Read<typeof described & { amount: typeof amount }>>) => {
  const intent = intentOf(world, id)
  const open = ['requires_payment_method', 'requires_confirmation', 'requires_action']
  if (params.amount !== undefined && !open.includes(intent.status)) throw unexpectedState(intent, 'update the amount of', open)
  if (params.customer !== undefined) intent.customer = customerOf(world, params.customer, 'customer').id
  if (params.payment_method !== undefined) {
    intent.payment_method = paymentMethodOf(world, params.payment_method).id
    intent.status = 'requires_confirmation'
  }
  intent.amount = params.amount ?? intent.amount
  intent.description = params.description ?? intent.description
  intent.metadata = mergeMetadata(intent.metadata, params.metadata)
  intent.transfer_group = params.transfer_group ?? intent.transfer_group
  intent.setup_future_usage = params.setup_future_usage ?? intent.setup_future_usage
  return intent
}

const CANCELABLE = ['requires_payment_method', 'requires_capture', 'requires_confirmation', 'requires_action', 'processing']

const cancelIntent = (world: World, id: string, reason: string | undefined) => {
  const intent = intentOf(world, id)
  if (!CANCELABLE.includes(intent.status)) throw unexpectedState(intent, 'cancel', CANCELABLE)
  intent.status = 'canceled'
  intent.canceled_at = nowSeconds(world)
  intent.cancellation_reason = reason ?? null
  intent.amount_capturable = 0
  intent.next_action = null
  emit(world, 'payment_intent.canceled', intent)
  return intent
}

const captureIntent = (world: World, id: string, toCapture: number | undefined) => {
  const intent = intentOf(world, id)
  const charge = typeof intent.latest_charge === 'string' ? world.state.charges[intent.latest_charge] : undefined
  if (intent.status !== 'requires_capture' || !charge) throw unexpectedState(intent, 'capture', ['requires_capture'])
  if ((toCapture ?? 0) > intent.amount_capturable)
    throw invalidRequest('You cannot capture more than the amount authorized.', 'amount_too_large', 'amount_to_capture')
  charge.captured = true
  charge.amount_captured = toCapture ?? intent.amount_capturable
  emit(world, 'charge.captured', charge)
  completePayment(world, intent, charge)
  return intent
}

export const paymentIntentEndpoints = [
  endpoint('post', '/v1/payment_intents', created, ({ world, params }) => {
    if (params.off_session && !params.confirm)
      throw invalidRequest('When `confirm` is missing or set to `false`, you cannot set `off_session`.', undefined, 'off_session')
    const intent = createIntent(world, params)
    if (!params.confirm) return intent
    return confirmIntent(world, intent, {
      paymentMethodId: undefined,
      isOffSession: params.off_session ?? false,
      returnUrl: params.return_url,
    })
  }),
  endpoint('get', '/v1/payment_intents', { ...listFields, customer: text }, ({ world, params }) =>
    page(
      Object.values(world.state.paymentIntents).filter(({ customer }) => customer === (params.customer ?? customer)),
      params,
      '/v1/payment_intents',
    ),
  ),
  endpoint('get', '/v1/payment_intents/search', { query: required(filledText), limit: integer, page: text }, ({ world, params }) =>
    search(Object.values(world.state.paymentIntents), params, '/v1/payment_intents/search'),
  ),
  endpoint('get', '/v1/payment_intents/:id', { client_secret: text }, ({ world, id }) => intentOf(world, id)),
  endpoint('post', '/v1/payment_intents/:id', { ...described, amount }, updateIntent),
  endpoint('post', '/v1/payment_intents/:id/confirm', confirmed, ({ world, id, params }) => {
    const intent = intentOf(world, id)
    intent.setup_future_usage = params.setup_future_usage ?? intent.setup_future_usage
    return confirmIntent(world, intent, {
      paymentMethodId: params.payment_method,
      isOffSession: params.off_session ?? false,
      returnUrl: params.return_url,
    })
  }),
  endpoint('post', '/v1/payment_intents/:id/capture', { amount_to_capture: integer, metadata }, ({ world, id, params }) =>
    captureIntent(world, id, params.amount_to_capture),
  ),
  endpoint('post', '/v1/payment_intents/:id/cancel', { cancellation_reason: text }, ({ world, id, params }) =>
    cancelIntent(world, id, params.cancellation_reason),
  ),
]
