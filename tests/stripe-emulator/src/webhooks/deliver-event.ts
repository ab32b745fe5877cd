import Stripe from 'stripe'
import { takeWebhookFault } from '../http/faults.ts'
import { newId } from '../world/ids.ts'
import type { Delivery } from '../world/state.ts'
import { schedule } from '../world/tasks.ts'
import type { World } from '../world/world.ts'

const SECOND_MS = 1000
const HOUR_MS = 3600 * SECOND_MS
/** Pauses before each new try, over about three days. Source: docs.stripe.com/webhooks#retries */
const RETRY_DELAYS_MS = [1, 5, 30, 300, 1800, 3600].map((seconds) => seconds * SECOND_MS).concat(Array(12).fill(6 * HOUR_MS))
const ANSWER_TIMEOUT_MS = 10 * SECOND_MS
const REORDER_DELAY_MS = 400

/** Queues one delivery of an event to one receiver, as bent by a webhook fault if one waits for it. */
export const queueDelivery = (world: World, event: { id: string; type: string }, receiver: string): void => {
  const fault = takeWebhookFault(world, event.type)
  const copies = fault?.effect === 'duplicate' ? 2 : 1
  const delayMs = fault?.effect === 'delay' ? (fault.delayMs ?? SECOND_MS) : fault?.effect === 'reorder' ? REORDER_DELAY_MS : 0
  for (let copy = 0; copy < copies; copy += 1) {
    const delivery: Delivery = {
      id: newId('dlv'),
      eventId: event.id,
      eventType: event.type,
      receiver,
      attempts: 0,
      state: fault?.effect === 'drop' ? 'dropped' : 'waiting',
      lastStatus: null,
    }
    world.state.deliveries[delivery.id] = delivery
    if (delivery.state === 'waiting') schedule(world, 'deliver', delivery.id, delayMs)
  }
}

/** Tries every waiting delivery at once, those in flight when the emulator was killed as well. */
export const resumeDeliveries = (world: World): void => {
  for (const task of Object.values(world.state.tasks)) if (task.kind === 'deliver') delete world.state.tasks[task.id]
  for (const delivery of Object.values(world.state.deliveries)) if (delivery.state === 'waiting') schedule(world, 'deliver', delivery.id, 0)
}

/** What is delivered of a v2 event: all but its `data`. Source: docs.stripe.com/event-destinations#thin-payload */
const thinPayload = (event: Stripe.V2.Core.Event): Record<string, unknown> => {
  const { data: _data, ...notification } = event as unknown as Record<string, unknown>
  return notification
}

/** The exact bytes sent for an event, the same at every try. */
export const eventBody = (world: World, eventId: string): string => {
  const thin = world.state.thinEvents[eventId]
  return JSON.stringify(thin ? thinPayload(thin) : world.state.events[eventId], null, 2)
}

/** Tries a delivery once and plans the next try unless the endpoint answered 2xx. */
export const attemptDelivery = async (world: World, deliveryId: string): Promise<void> => {
  const { state } = world
  const delivery = state.deliveries[deliveryId]
  if (!delivery || delivery.state !== 'waiting') return
  const status = await post(addressOf(world, delivery.receiver), eventBody(world, delivery.eventId))
  if (world.state !== state) return
  delivery.lastStatus = status
  delivery.attempts += 1
  const delayMs = RETRY_DELAYS_MS[delivery.attempts - 1]
  if (status !== null && status >= 200 && status < 300) delivery.state = 'delivered'
  else if (delayMs === undefined) delivery.state = 'given_up'
  else schedule(world, 'deliver', delivery.id, delayMs)
  world.changed()
}

const addressOf = ({ webhookUrls, secrets, state }: World, receiver: string): { url: string; secret: string } => {
  if (receiver === 'v1' || receiver === 'connect' || receiver === 'v2')
    return { url: webhookUrls[receiver] ?? '', secret: secrets[receiver] }
  const endpoint = state.webhookEndpoints[receiver]
  return { url: endpoint?.url ?? '', secret: endpoint?.secret ?? '' }
}

const post = async ({ url, secret }: { url: string; secret: string }, body: string): Promise<number | null> => {
  const headers = { 'content-type': 'application/json; charset=utf-8', 'user-agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)' }
  try {
    const response = await fetch(url, {
      method: 'POST',
      redirect: 'manual',
      headers: { ...headers, 'stripe-signature': signature(body, secret) },
      body,
      signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS),
    })
    await response.arrayBuffer()
    return response.status
  } catch {
    return null
  }
}

/** Signed at the machine's time, not the emulator's: the receiver checks the age against its own clock. */
const signature = (payload: string, secret: string) => Stripe.webhooks.generateTestHeaderString({ payload, secret })
