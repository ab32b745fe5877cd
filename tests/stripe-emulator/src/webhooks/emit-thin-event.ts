import type Stripe from 'stripe'
import { newId } from '../world/ids.ts'
import type { World } from '../world/world.ts'
import { queueDelivery } from './deliver-event.ts'

type AccountEventType =
  | 'v2.core.account.created'
  | 'v2.core.account.updated'
  | 'v2.core.account.closed'
  | 'v2.core.account[requirements].updated'
  | 'v2.core.account[configuration.recipient].updated'
  | 'v2.core.account[configuration.recipient].capability_status_updated'

/** Records a v2 event about an account; what is delivered names the account and says nothing of its state. */
export const emitThinEvent = (world: World, type: AccountEventType, accountId: string, data?: Record<string, unknown>): void => {
  const event = {
    id: newId('evt_test'),
    object: 'v2.core.event',
    created: new Date(world.nowMs()).toISOString(),
    livemode: false,
    reason: world.request
      ? { type: 'request', request: { id: world.request.id, idempotency_key: world.request.idempotencyKey ?? '' } }
      : undefined,
    related_object: { id: accountId, type: 'v2.core.account', url: `/v2/core/accounts/${accountId}` },
    ...(data ? { data } : {}),
    type,
  } as unknown as Stripe.V2.Core.Event
  world.state.thinEvents[event.id] = event
  if (world.webhookUrls.v2) queueDelivery(world, { id: event.id, type }, 'v2')
}
