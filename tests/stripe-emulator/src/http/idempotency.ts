import { createHash } from 'node:crypto'
import type { World } from '../world/world.ts'
import { StripeFailure } from './stripe-failure.ts'

const KEPT_MS = 24 * 3600 * 1000
const inFlight = new WeakMap<World, Set<string>>()

export type StorageKey = { name: string; shownKey: string; fingerprint: string }

/** Keys are scoped to the account; the fingerprint says whether a repeat asks for the same thing. */
export const storageKey = (key: string, account: string | null, request: { method: string; path: string; body: string }): StorageKey => ({
  name: `${account ?? 'platform'} ${key}`,
  shownKey: key,
  fingerprint: createHash('sha256').update(`${request.method} ${request.path}\n${request.body}`).digest('hex'),
})

/** The answer to replay, if this request was executed before. @throws idempotency_error on other parameters, idempotency_key_in_use while the first still runs */
export const storedAnswer = (world: World, key: StorageKey): { status: number; body: string } | undefined => {
  prune(world)
  if (inFlight.get(world)?.has(key.name)) throw keyInUse(key.shownKey)
  const stored = world.state.answers[key.name]
  if (stored && stored.fingerprint !== key.fingerprint) throw mismatch(key.shownKey)
  return stored
}

export const storeAnswer = (world: World, key: StorageKey, answer: { status: number; body: string }): void => {
  world.state.answers[key.name] = { fingerprint: key.fingerprint, ...answer, storedAtMs: world.nowMs() }
}

/** Holds the key while its request executes. */
export const holdKey = (world: World, key: StorageKey): (() => void) => {
  const held = inFlight.get(world) ?? new Set<string>()
  inFlight.set(world, held.add(key.name))
  return () => held.delete(key.name)
}

const prune = ({ state, nowMs }: World) => {
  for (const [name, { storedAtMs }] of Object.entries(state.answers)) {
    if (storedAtMs > nowMs() - KEPT_MS) return
    delete state.answers[name]
  }
}

const mismatch = (key: string) =>
  new StripeFailure(400, {
    type: 'idempotency_error',
    message: `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`,
  })

export const keyInUse = (key: string): StripeFailure =>
  new StripeFailure(409, {
    type: 'idempotency_error',
    code: 'idempotency_key_in_use',
    message: `There is currently another in-progress request using this Idempotent Key (that probably means you submitted twice, and the other request is still going through): ${key}. Please try again later.`,
  })
