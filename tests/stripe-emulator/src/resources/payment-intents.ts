import { endpoint, type Call } from '../http/endpoint.ts'
import { listFields, page } from '../http/list.ts'
import { amount, filledText, integer, mergeMetadata, metadata, required, text, type Read } from '../http/params.ts'
import { search } from '../http/search.ts'
import { invalidRequest } from '../http/stripe-failure.ts'
import { emit } from '../webhooks/emit-event.ts'
import { nowSeconds, type World } from '../world/world.ts'
import { completePayment } from './complete-payment.ts'
import { confirmIntent, unexpectedState } from './confirm-payment-intent.ts'
import { confirmed, created, createIntent, described, intentOf } from './create-payment-intent.ts'
import { customerOf } from './customers.ts'
import { paymentMethodOf } from './payment-methods.ts'

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
