import type Stripe from 'stripe'
import { endpoint } from '../http/endpoint.ts'
import { listFields, page } from '../http/list.ts'
import { filledText, flag, listOf, mergeMetadata, metadata, required, text } from '../http/params.ts'
import { found } from '../http/stripe-failure.ts'
import { newId, randomText } from '../world/ids.ts'
import { API_VERSION, nowSeconds } from '../world/world.ts'

const created = {
  url: required(filledText),
  enabled_events: required(listOf(filledText)),
  description: text,
  metadata,
  api_version: text,
  connect: flag,
}
const updated = { url: filledText, enabled_events: listOf(filledText), description: text, metadata, disabled: flag }

/** Further receivers of the platform's events; the secret is shown once. Source: docs.stripe.com/api/webhook_endpoints */
export const webhookEndpointEndpoints = [
  endpoint('post', '/v1/webhook_endpoints', created, ({ world, params }) => {
    const receiver: Stripe.WebhookEndpoint = {
      id: newId('we'),
      object: 'webhook_endpoint',
      api_version: params.api_version ?? API_VERSION,
      application: null,
      created: nowSeconds(world),
      description: params.description ?? null,
      enabled_events: params.enabled_events,
      livemode: false,
      metadata: mergeMetadata({}, params.metadata),
      secret: `whsec_${randomText(32)}`,
      status: 'enabled',
      url: params.url,
    }
    world.state.webhookEndpoints[receiver.id] = receiver
    return receiver
  }),
  endpoint('get', '/v1/webhook_endpoints', listFields, ({ world, params }) =>
    page(Object.values(world.state.webhookEndpoints).map(withoutSecret), params, '/v1/webhook_endpoints'),
  ),
  endpoint('get', '/v1/webhook_endpoints/:id', {}, ({ world, id }) =>
    withoutSecret(found(world.state.webhookEndpoints[id], 'webhook endpoint', id)),
  ),
  endpoint('post', '/v1/webhook_endpoints/:id', updated, ({ world, id, params }) => {
    const receiver = found(world.state.webhookEndpoints[id], 'webhook endpoint', id)
    receiver.url = params.url ?? receiver.url
    receiver.enabled_events = params.enabled_events ?? receiver.enabled_events
    receiver.description = params.description ?? receiver.description
    receiver.metadata = mergeMetadata(receiver.metadata, params.metadata)
    if (params.disabled !== undefined) receiver.status = params.disabled ? 'disabled' : 'enabled'
    return withoutSecret(receiver)
  }),
  endpoint('delete', '/v1/webhook_endpoints/:id', {}, ({ world, id }): Stripe.DeletedWebhookEndpoint => {
    found(world.state.webhookEndpoints[id], 'webhook endpoint', id)
    delete world.state.webhookEndpoints[id]
    return { id, object: 'webhook_endpoint', deleted: true }
  }),
]

const withoutSecret = ({ secret: _secret, ...receiver }: Stripe.WebhookEndpoint): Stripe.WebhookEndpoint => receiver
