import type Stripe from 'stripe'
import { newId } from '../world/ids.ts'
import { API_VERSION, nowSeconds, type World } from '../world/world.ts'
import { queueDelivery, type Target } from './deliver-event.ts'

export type EventType = Stripe.Event['type']
type Subject<T extends EventType> = Extract<Stripe.Event, { type: T }>['data']['object']

/** Records a snapshot event of the object as it is now and queues its deliveries; `account` is the connected account it belongs to. */
export const emit = <T extends EventType>(
  world: World,
  type: T,
  object: Subject<T>,
  { previous, account }: { previous?: Partial<Subject<T>>; account?: string | undefined } = {},
): void => {
  const targets = account === undefined ? platformTargets(world, type) : connectTargets(world)
  const event = {
    id: newId('evt'),
    object: 'event',
    ...(account === undefined ? {} : { account }),
    api_version: API_VERSION,
    created: nowSeconds(world),
    data: structuredClone(previous ? { object, previous_attributes: previous } : { object }),
    livemode: false,
    pending_webhooks: targets.length,
    request: { id: world.request?.id ?? null, idempotency_key: world.request?.idempotencyKey ?? null },
    type,
  } as unknown as Stripe.Event
  world.state.events[event.id] = event
  for (const target of targets) queueDelivery(world, { id: event.id, type }, target)
}

const platformTargets = (world: World, type: string): Target[] => [
  ...(world.webhookUrls.v1 ? [{ url: world.webhookUrls.v1, secret: world.secrets.v1 }] : []),
  ...Object.values(world.state.webhookEndpoints)
    .filter(({ status, enabled_events }) => status === 'enabled' && enabled_events.some((name) => name === '*' || name === type))
    .map(({ url, secret }) => ({ url, secret: secret ?? '' })),
]

const connectTargets = (world: World): Target[] =>
  world.webhookUrls.connect ? [{ url: world.webhookUrls.connect, secret: world.secrets.connect }] : []
