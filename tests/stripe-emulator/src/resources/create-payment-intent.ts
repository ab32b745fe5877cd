import type Stripe from 'stripe'
import {
  amount,
  fields,
  filledText,
  flag,
  ignored,
  listOf,
  mergeMetadata,
  metadata,
  oneOf,
  required,
  text,
  type Read,
} from '../http/params.ts'
import { found, invalidRequest } from '../http/stripe-failure.ts'
import { emit } from '../webhooks/emit-event.ts'
import { newId, randomText } from '../world/ids.ts'
import { nowSeconds, type World } from '../world/world.ts'
import { customerOf } from './customers.ts'
import { paymentMethodOf } from './payment-methods.ts'

/** Members of an intent that may be given at creation and changed later. */
export const described = {
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

/** Members of a confirmation. */
export const confirmed = {
  payment_method: filledText,
  off_session: flag,
  return_url: filledText,
  mandate_data: ignored,
  payment_method_options: ignored,
  setup_future_usage: oneOf('on_session', 'off_session'),
  use_stripe_sdk: flag,
}

export const created = {
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
