import type Stripe from 'stripe'
import { newId } from '../world/ids.ts'
import { API_VERSION, nowSeconds, type World } from '../world/world.ts'
import { queueDelivery } from './deliver-event.ts'

export type EventType = Stripe.Event['type']
type Subject<T extends EventType> = Extract<Stripe.Event, { type: T }>['data']['object']

/** Records a snapshot event of the object as it is now and queues its deliveries; `account` is the connected account it belongs to. */
export const emit = <T extends EventType>(
  world: World,
  type: T,
  object: Subject<T>,
  { previous, account }: { previous?: Partial<Subject<T>>; account?: string | undefined } = {},
): void => {
  const receivers = account !== undefined ? (world.webhookUrls.connect ? ['connect'] : []) : platformReceivers(world, type)
  const event = {
    id: newId('evt'),
    object: 'event',
    ...(account === undefined ? {} : { account }),
    api_version: API_VERSION,
    created: nowSeconds(world),
    data: structuredClone(previous ? { object, previous_attributes: previous } : { object }),
    livemode: false,
    pending_webhooks: receivers.length,
    request: { id: world.request?.id ?? null, idempotency_key: world.request?.idempotencyKey ?? null },
    type,
  } as unknown as Stripe.Event
  world.state.events[event.id] = event
  for (const receiver of receivers) queueDelivery(world, { id: event.id, type }, receiver)
}

const platformReceivers = (world: World, type: string): string[] => [
  ...(world.webhookUrls.v1 ? ['v1'] : []),
  ...Object.values(world.state.webhookEndpoints)
    .filter(({ status, enabled_events }) => status === 'enabled' && enabled_events.some((name) => name === '*' || name === type))
    .map(({ id }) => id),
]
