import { endpoint } from '../http/endpoint.ts'
import { listFields, page } from '../http/list.ts'
import { listOf, text } from '../http/params.ts'
import { found } from '../http/stripe-failure.ts'

/** What happened, newest first; v2 events are read one by one. Source: docs.stripe.com/api/events */
export const eventEndpoints = [
  endpoint('get', '/v1/events', { ...listFields, type: text, types: listOf(text) }, ({ world, account, params }) =>
    page(
      Object.values(world.state.events).filter(
        (event) => (event.account ?? null) === account && (params.types ?? [params.type ?? event.type]).includes(event.type),
      ),
      params,
      '/v1/events',
    ),
  ),
  endpoint('get', '/v1/events/:id', {}, ({ world, id }) => found(world.state.events[id], 'event', id)),
  endpoint('get', '/v2/core/events/:id', {}, ({ world, id }) => found(world.state.thinEvents[id], 'event', id)),
]
