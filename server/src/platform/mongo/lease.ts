import { setTimeout as wait } from 'node:timers/promises'
import type { Collection, Db } from 'mongodb'
import { v7 as newId } from 'uuid'
import { afterNow, hasPassed } from './database-time.ts'
import { duplicateKeyOf } from './duplicate-key.ts'

type LeaseRecord = { _id: string; holder: string; until: Date; fence: number }
type Terms = { ttlMs: number; waitMs: number }

const RETRY_MS = 200

/** Runs `work` while no other process does so under the same name, by the database's clock. A holder that dies frees it after `ttlMs`. @throws Error when it stays held for `waitMs` */
export const underLease = async <R>(db: Db, name: string, { ttlMs, waitMs }: Terms, work: () => Promise<R>): Promise<R> => {
  const leases = db.collection<LeaseRecord>('platform_leases')
  const holder = newId()
  const deadline = performance.now() + waitMs
  while (!(await take(leases, name, holder, ttlMs))) {
    if (performance.now() > deadline) throw new Error(`the lease "${name}" is held by another process for more than ${waitMs} ms`)
    await wait(RETRY_MS)
  }
  const renewal = setInterval(() => void take(leases, name, holder, ttlMs).catch(() => undefined), ttlMs / 3)
  try {
    return await work()
  } finally {
    clearInterval(renewal)
    await leases.deleteOne({ _id: name, holder })
  }
}

const take = async (leases: Collection<LeaseRecord>, name: string, holder: string, ttlMs: number): Promise<boolean> => {
  const isFree = { $or: [{ holder }, { $expr: hasPassed('until') }] }
  const fence = { $add: [{ $ifNull: ['$fence', 0] }, 1] }
  try {
    await leases.updateOne({ _id: name, ...isFree }, [{ $set: { holder, until: afterNow(ttlMs), fence } }], { upsert: true })
    return true
  } catch (error) {
    // Held by another: nothing matched, so the upsert tried to make it a second time.
    if (duplicateKeyOf(error)) return false
    throw error
  }
}
