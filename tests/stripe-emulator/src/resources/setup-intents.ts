import type Stripe from 'stripe'
import { endpoint } from '../http/endpoint.ts'
import { listFields, page } from '../http/list.ts'
import { fields, filledText, flag, ignored, listOf, mergeMetadata, metadata, oneOf, required, text, type Read } from '../http/params.ts'
import { found, invalidRequest, StripeFailure } from '../http/stripe-failure.ts'
import { emit } from '../webhooks/emit-event.ts'
import { newId, randomText } from '../world/ids.ts'
import { nowSeconds, type World } from '../world/world.ts'
import { confirmSetup } from './confirm-setup-intent.ts'
import { customerOf } from './customers.ts'
import { paymentMethodOf } from './payment-methods.ts'

const created = {
  customer: filledText,
  payment_method: filledText,
  confirm: flag,
  description: text,
  metadata,
  usage: oneOf('off_session', 'on_session'),
  return_url: filledText,
  mandate_data: ignored,
  payment_method_options: ignored,
  allowed_payment_method_types: listOf(text),
  excluded_payment_method_types: listOf(text),
  payment_method_types: listOf(text),
  automatic_payment_methods: fields({ enabled: required(flag), allow_redirects: oneOf('always', 'never') }),
}

export const setupIntentOf = (world: World, id: string): Stripe.SetupIntent => found(world.state.setupIntents[id], 'setupintent', id)

/** A new SetupIntent, not yet confirmed. Source: docs.stripe.com/api/setup_intents/create */
export const createSetupIntent = (world: World, params: Partial<Read<typeof created>>): Stripe.SetupIntent => {
  if (params.customer !== undefined) customerOf(world, params.customer, 'customer')
  const id = newId('seti')
  const types = params.allowed_payment_method_types ?? params.payment_method_types
  const intent: Stripe.SetupIntent = {
    id,
    object: 'setup_intent',
    allowed_payment_method_types: params.allowed_payment_method_types ?? null,
    application: null,
    automatic_payment_methods: types
      ? null
      : { allow_redirects: params.automatic_payment_methods?.allow_redirects ?? 'always', enabled: true },
    cancellation_reason: null,
    client_secret: `${id}_secret_${randomText(24)}`,
    created: nowSeconds(world),
    customer: params.customer ?? null,
    customer_account: null,
    description: params.description ?? null,
    excluded_payment_method_types: params.excluded_payment_method_types ?? null,
    flow_directions: null,
    last_setup_error: null,
    latest_attempt: null,
    livemode: false,
    mandate: null,
    metadata: mergeMetadata({}, params.metadata),
    next_action: null,
    on_behalf_of: null,
    payment_method: params.payment_method === undefined ? null : paymentMethodOf(world, params.payment_method).id,
    payment_method_configuration_details: null,
    payment_method_options: { card: { mandate_options: null, network: null, request_three_d_secure: 'automatic' } },
    payment_method_types: types ?? ['card'],
    single_use_mandate: null,
    status: params.payment_method === undefined ? 'requires_payment_method' : 'requires_confirmation',
    usage: params.usage ?? 'off_session',
  }
  world.state.setupIntents[id] = intent
  emit(world, 'setup_intent.created', intent)
  return intent
}

const confirmOrThrow = (world: World, intent: Stripe.SetupIntent, paymentMethodId: string | undefined, returnUrl: string | undefined) => {
  const id = paymentMethodId ?? (typeof intent.payment_method === 'string' ? intent.payment_method : undefined)
  if (id === undefined)
    throw invalidRequest(
      "You cannot confirm this SetupIntent because it's missing a payment method.",
      'setup_intent_unexpected_state',
      'payment_method',
    )
  const method = paymentMethodOf(world, id)
  const error = confirmSetup(world, intent, method, { returnUrl })
  if (error)
    throw new StripeFailure(402, { ...error, type: 'card_error', message: error.message ?? '', setup_intent: structuredClone(intent) })
  return intent
}

export const setupIntentEndpoints = [
  endpoint('post', '/v1/setup_intents', created, ({ world, params }) => {
    const intent = createSetupIntent(world, params)
    return params.confirm ? confirmOrThrow(world, intent, undefined, params.return_url) : intent
  }),
  endpoint('get', '/v1/setup_intents', { ...listFields, customer: text, payment_method: text }, ({ world, params }) =>
    page(
      Object.values(world.state.setupIntents).filter(
        (intent) =>
          intent.customer === (params.customer ?? intent.customer) &&
          intent.payment_method === (params.payment_method ?? intent.payment_method),
      ),
      params,
      '/v1/setup_intents',
    ),
  ),
  endpoint('get', '/v1/setup_intents/:id', { client_secret: text }, ({ world, id }) => setupIntentOf(world, id)),
  endpoint('post', '/v1/setup_intents/:id', { metadata, description: text, customer: filledText, payment_method: filledText }, (call) => {
    const intent = setupIntentOf(call.world, call.id)
    intent.metadata = mergeMetadata(intent.metadata, call.params.metadata)
    intent.description = call.params.description ?? intent.description
    intent.customer = call.params.customer === undefined ? intent.customer : customerOf(call.world, call.params.customer, 'customer').id
    return intent
  }),
  endpoint(
    'post',
    '/v1/setup_intents/:id/confirm',
    { payment_method: filledText, return_url: filledText, mandate_data: ignored, payment_method_options: ignored },
    ({ world, id, params }) => confirmOrThrow(world, setupIntentOf(world, id), params.payment_method, params.return_url),
  ),
  endpoint('post', '/v1/setup_intents/:id/cancel', { cancellation_reason: text }, ({ world, id, params }) => {
    const intent = setupIntentOf(world, id)
    if (intent.status === 'succeeded' || intent.status === 'canceled')
      throw invalidRequest(
        `You cannot cancel this SetupIntent because it has a status of ${intent.status}.`,
        'setup_intent_unexpected_state',
      )
    intent.status = 'canceled'
    intent.cancellation_reason = params.cancellation_reason ?? null
    intent.next_action = null
    emit(world, 'setup_intent.canceled', intent)
    return intent
  }),
]
