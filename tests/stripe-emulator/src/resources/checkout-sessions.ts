import type Stripe from 'stripe'
import { endpoint } from '../http/endpoint.ts'
import { listFields, page } from '../http/list.ts'
import {
  amount,
  fields,
  filledText,
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
import { found, invalidRequest } from '../http/stripe-failure.ts'
import { emit } from '../webhooks/emit-event.ts'
import { newId } from '../world/ids.ts'
import { nowSeconds, type World } from '../world/world.ts'
import { customerOf } from './customers.ts'
import { newSession } from './new-session.ts'
import { createSetupIntent } from './setup-intents.ts'

const lineItem = fields({
  quantity: required(integer),
  price_data: required(
    fields({
      currency: required(filledText),
      unit_amount: required(amount),
      product_data: required(fields({ name: required(filledText), description: text, metadata })),
      tax_behavior: text,
    }),
  ),
})

export const created = {
  mode: required(oneOf('setup', 'payment')),
  ui_mode: oneOf('hosted_page'),
  success_url: required(filledText),
  cancel_url: filledText,
  customer: filledText,
  customer_email: text,
  client_reference_id: text,
  currency: filledText,
  locale: text,
  metadata,
  line_items: listOf(lineItem),
  allowed_payment_method_types: listOf(text),
  excluded_payment_method_types: listOf(text),
  payment_method_types: listOf(text),
  expires_at: integer,
  submit_type: text,
  custom_text: ignored,
  consent_collection: ignored,
  payment_method_options: ignored,
  setup_intent_data: fields({ metadata, description: text }),
  payment_intent_data: fields({
    metadata,
    description: text,
    transfer_group: filledText,
    setup_future_usage: oneOf('off_session', 'on_session'),
    statement_descriptor_suffix: text,
    capture_method: oneOf('automatic', 'automatic_async'),
  }),
}

export const sessionOf = (world: World, id: string): Stripe.Checkout.Session => found(world.state.sessions[id], 'checkout.session', id)

const createSession = (world: World, params: Read<typeof created>): Stripe.Checkout.Session => {
  if (params.customer !== undefined) customerOf(world, params.customer, 'customer')
  if (
    params.mode === 'setup' &&
    params.currency === undefined &&
    params.allowed_payment_method_types === undefined &&
    !params.payment_method_types
  )
    throw invalidRequest('You must specify `currency` when using dynamic payment methods in setup mode.', 'parameter_missing', 'currency')
  if (params.mode === 'payment' && !params.line_items?.length)
    throw invalidRequest('`line_items` is required in `payment` mode.', 'parameter_missing', 'line_items')
  const session = newSession(world, newId('cs_test', 58), params)
  world.state.sessions[session.id] = session
  if (params.mode === 'setup') session.setup_intent = sessionSetupIntent(world, params)
  else rememberPayment(world, session.id, params)
  return session
}

const sessionSetupIntent = (world: World, params: Read<typeof created>): string =>
  createSetupIntent(world, {
    customer: params.customer,
    metadata: params.setup_intent_data?.metadata,
    description: params.setup_intent_data?.description,
    allowed_payment_method_types: params.allowed_payment_method_types,
    payment_method_types: params.payment_method_types,
  }).id

const rememberPayment = (world: World, sessionId: string, { payment_intent_data: data, line_items }: Read<typeof created>): void => {
  world.state.sessionPayments[sessionId] = {
    transferGroup: data?.transfer_group ?? null,
    setupFutureUsage: data?.setup_future_usage ?? null,
    metadata: mergeMetadata({}, data?.metadata),
    description: data?.description ?? null,
    statementDescriptorSuffix: data?.statement_descriptor_suffix ?? null,
    labels: (line_items ?? []).map((item) => item.price_data.product_data.name),
  }
}

/** An open session that reached its end is expired, with its event. */
export const expireIfDue = (world: World, session: Stripe.Checkout.Session): Stripe.Checkout.Session => {
  if (session.status === 'open' && session.expires_at <= nowSeconds(world)) expire(world, session)
  return session
}

const expire = (world: World, session: Stripe.Checkout.Session) => {
  session.status = 'expired'
  session.url = null
  emit(world, 'checkout.session.expired', session)
}

export const sessionEndpoints = [
  endpoint('post', '/v1/checkout/sessions', created, ({ world, params }) => createSession(world, params)),
  endpoint('get', '/v1/checkout/sessions', { ...listFields, customer: text, payment_intent: text, status: text }, ({ world, params }) =>
    page(
      Object.values(world.state.sessions).filter(
        (session) =>
          session.customer === (params.customer ?? session.customer) &&
          session.payment_intent === (params.payment_intent ?? session.payment_intent) &&
          session.status === (params.status ?? session.status),
      ),
      params,
      '/v1/checkout/sessions',
    ),
  ),
  endpoint('get', '/v1/checkout/sessions/:id', {}, ({ world, id }) => expireIfDue(world, sessionOf(world, id))),
  endpoint('post', '/v1/checkout/sessions/:id/expire', {}, ({ world, id }) => {
    const session = sessionOf(world, id)
    if (session.status !== 'open')
      throw invalidRequest(
        `Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of ${String(session.status)}.`,
      )
    expire(world, session)
    return session
  }),
]
