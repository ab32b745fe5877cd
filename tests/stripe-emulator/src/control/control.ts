import { emptyState, type Fault, type State } from '../world/state.ts'
import { advanceClock, type TaskHandlers } from '../world/tasks.ts'
import type { WebhookTargets, World } from '../world/world.ts'
import { queueDelivery, resumeDeliveries } from '../webhooks/deliver-event.ts'

/** What a test or a demo may do that no Stripe API offers. */
export type Control = {
  /** Moves the emulator's clock forward, in milliseconds; due work runs on the way. */
  advanceClock: (byMs: number) => void
  now: () => Date
  addFault: (fault: Omit<Fault, 'times'> & { times?: number }) => void
  clearFaults: () => void
  /** Forgets everything. */
  reset: () => void
  /** A copy of everything. */
  dump: () => State
  /** Where webhooks go from now on. */
  pointWebhooksAt: (targets: WebhookTargets) => void
  /** Sends an event again, as the dashboard's "Resend". */
  resend: (eventId: string) => void
  /** Retries every waiting delivery at once. */
  retryDeliveries: () => void
}

export const createControl = (world: World, handlers: TaskHandlers): Control => ({
  advanceClock: (byMs) => advanceClock(world, handlers, byMs),
  now: () => new Date(world.nowMs()),
  addFault: (fault) => {
    world.state.faults.push({ ...fault, times: fault.times ?? 1 })
  },
  clearFaults: () => {
    world.state.faults = []
  },
  reset: () => {
    world.state = emptyState()
    world.changed()
  },
  dump: () => structuredClone(world.state),
  pointWebhooksAt: (targets) => {
    world.webhookUrls = targets
  },
  resend: (eventId) => {
    const former = Object.values(world.state.deliveries).find((delivery) => delivery.eventId === eventId)
    if (former) queueDelivery(world, { id: eventId, type: former.eventType }, former.receiver)
    world.changed()
  },
  retryDeliveries: () => {
    resumeDeliveries(world)
    world.changed()
  },
})
