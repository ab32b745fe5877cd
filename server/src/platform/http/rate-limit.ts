import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import type { RequestHandler } from 'express'
import mongoose from 'mongoose'
import { RateLimiterMemory, RateLimiterMongo, RateLimiterRes } from 'rate-limiter-flexible'
import type { Viewer } from '../access/viewer.ts'
import { systemClock } from '../clock.ts'
import { config } from '../config.ts'
import { currentDatabase } from '../mongo/connect.ts'
import { RateLimitModel } from './rate-limit.model.ts'

type Terms = { points: number; perSeconds: number; blockSeconds?: number }
type Limiter = Pick<RateLimiterMongo, 'consume' | 'delete'>

export type RateLimit = {
  /** @throws TOO_MANY_REQUESTS with the seconds to wait */
  consume(key: string, points?: number): Promise<void>
  reset(key: string): Promise<void>
}

const SLOWEST_SECONDS = 600

/** At most `points` in `perSeconds` for each key, counted in the database: a restart or a second process forgives nothing. */
export const rateLimit = (name: string, terms: Terms): RateLimit => limitWith(() => inDatabase(name, terms))

/** For wrong passwords: `free` tries, then each one more waits twice as long as the last, up to ten minutes. */
export const growingDelay = (
  name: string,
  { free }: { free: number },
): { check(key: string): Promise<void>; fail(key: string): Promise<void>; reset(key: string): Promise<void> } => {
  const failures = oncePerDatabase(() => inDatabase(`${name}:failures`, { points: Number.MAX_SAFE_INTEGER, perSeconds: 86_400 }))
  const waits = oncePerDatabase(() => inDatabase(`${name}:wait`, { points: 1, perSeconds: 1 }))
  return {
    check: async (key) => {
      const wait = await waits().get(key)
      if (wait && wait.consumedPoints > 0 && wait.msBeforeNext > 0) throw tooMany(wait)
    },
    fail: async (key) => {
      const { consumedPoints } = await countOn(failures(), key)
      const excess = consumedPoints - Math.round(free * config().rateLimitFactor)
      if (excess > 0) await waits().block(key, Math.min(2 ** excess, SLOWEST_SECONDS))
    },
    reset: async (key) => {
      await Promise.all([failures().delete(key), waits().delete(key)])
    },
  }
}

const LARGEST_PORTION = 10
const MOST_HELD = 1_000

/**
 * The same for what is asked often: a process takes up to ten points of a key at once and gives them out without asking again, so that a process that ends
 * may have counted a few too many, and never too few.
 */
const rateLimitInPortions = (name: string, terms: Terms): Pick<RateLimit, 'consume'> => {
  const limiter = oncePerDatabase(() => ({ counter: inDatabase(name, terms), held: new Map<string, { points: number; until: number }>() }))
  return {
    consume: async (key) => {
      const { counter, held } = limiter()
      if (takeHeld(held, key)) return
      const portion = Math.max(1, Math.min(LARGEST_PORTION, Math.floor(counter.points / 20)))
      const { msBeforeNext } = await countOn(counter, key, portion).catch(refuseAsTooMany)
      const at = systemClock().getTime()
      if (held.size > MOST_HELD) for (const [other, { until }] of held) if (until <= at) held.delete(other)
      held.set(key, { points: (held.get(key)?.points ?? 0) + portion - 1, until: at + msBeforeNext })
    },
  }
}

const takeHeld = (held: Map<string, { points: number; until: number }>, key: string): boolean => {
  const mine = held.get(key)
  if (!mine || mine.until <= systemClock().getTime()) {
    held.delete(key)
    return false
  }
  if (mine.points === 0) return false
  mine.points -= 1
  return true
}

const refuseAsTooMany = (reason: unknown): never => {
  throw reason instanceof RateLimiterRes ? tooMany(reason) : reason
}

const limitWith = (make: () => Limiter): RateLimit => {
  const limiter = oncePerDatabase(make)
  return {
    consume: async (key, points = 1) => {
      await countOn(limiter(), key, points).catch(refuseAsTooMany)
    },
    reset: async (key) => void (await limiter().delete(key)),
  }
}

const MOST_RACES = 5

/** An upsert that loses a race may answer nothing on the embedded server, which the package takes for a record: the counter is there by then, so it is asked again. */
const countOn = async (limiter: Limiter, key: string, points = 1): Promise<RateLimiterRes> => {
  for (let race = 1; ; race += 1) {
    try {
      return await limiter.consume(key, points)
    } catch (reason) {
      if (!(reason instanceof TypeError) || race === MOST_RACES) throw reason
    }
  }
}

const inDatabase = (name: string, { points, perSeconds, blockSeconds = 0 }: Terms): RateLimiterMongo =>
  new RateLimiterMongo({
    storeClient: mongoose.connection.getClient(),
    dbName: currentDatabase().databaseName,
    tableName: RateLimitModel.collection.name,
    keyPrefix: name,
    points: Math.min(Number.MAX_SAFE_INTEGER, Math.ceil(points * config().rateLimitFactor)),
    duration: perSeconds,
    blockDuration: blockSeconds,
    disableIndexesCreation: true,
  })

/** A limiter holds a collection: another connection needs another one. */
const oncePerDatabase = <L>(make: () => L): (() => L) => {
  let made: { client: object; limiter: L } | undefined
  return () => {
    const client = mongoose.connection.getClient()
    if (made?.client !== client) made = { client, limiter: make() }
    return made.limiter
  }
}

const tooMany = ({ msBeforeNext }: Pick<RateLimiterRes, 'msBeforeNext'>): DomainError =>
  new DomainError('TOO_MANY_REQUESTS', { retryAfterSeconds: Math.max(1, Math.ceil(msBeforeNext / 1000)) })

const READS = { points: 1_200, perSeconds: 60 }
const CHANGES = { points: 240, perSeconds: 60 }

/** Changes are counted per person (or address) in the database; reads, which are many and harmless, per address in this process. */
export const limitRequests = (): RequestHandler => {
  const reads = limitWith(() => new RateLimiterMemory({ points: READS.points * config().rateLimitFactor, duration: READS.perSeconds }))
  const changes = rateLimitInPortions('changes', CHANGES)
  return async (req, _res, next) => {
    const viewer = req.user as Viewer | undefined
    if (req.method === 'GET') await reads.consume(req.ip ?? '')
    else await changes.consume(viewer ? `user:${viewer.userId}` : `ip:${req.ip}`)
    next()
  }
}
