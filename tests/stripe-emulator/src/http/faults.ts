import type { Fault } from '../world/state.ts'
import type { World } from '../world/world.ts'

const take = (world: World, matches: (fault: Fault) => boolean): Fault | undefined => {
  const fault = world.state.faults.find((candidate) => candidate.times > 0 && matches(candidate))
  if (!fault) return undefined
  fault.times -= 1
  world.state.faults = world.state.faults.filter(({ times }) => times > 0)
  return fault
}

/** The next fault ordered for this API call, used up by it. */
export const takeHttpFault = (world: World, method: string, path: string): Fault | undefined =>
  take(
    world,
    (fault) =>
      fault.kind !== 'webhook' && (fault.method ?? method).toUpperCase() === method.toUpperCase() && path.startsWith(fault.path ?? '/'),
  )

/** The next fault ordered for this event type, used up by it. */
export const takeWebhookFault = (world: World, eventType: string): Fault | undefined =>
  take(world, (fault) => fault.kind === 'webhook' && (fault.eventType ?? eventType) === eventType)
