import { afterNow, hasPassed } from '../mongo/database-time.ts'
import type { Transaction } from '../mongo/transaction.ts'
import { OutboxModel, type OutboxRecord } from './outbox.model.ts'

export const LEASE_MS = 30_000
export const MOST_TRIES = 12
const LONGEST_WAIT_MS = 10 * 60_000

/** Leases and waits are by the database's clock: those of the processes may differ. */
export const outboxStore = {
  due: (limit: number): Promise<OutboxRecord[]> =>
    OutboxModel.find({ state: 'pending', $expr: { $and: [hasPassed('nextAt'), hasPassed('leaseUntil')] } })
      .sort({ _id: 1 })
      .limit(limit)
      .lean(),

  /** Null when another process holds it, or has done it. */
  claim: ({ _id }: OutboxRecord): Promise<OutboxRecord | null> =>
    OutboxModel.findOneAndUpdate(
      { _id, state: 'pending', $expr: hasPassed('leaseUntil') },
      [{ $set: { leaseUntil: afterNow(LEASE_MS), fence: { $add: ['$fence', 1] }, tries: { $add: ['$tries', 1] } } }],
      { returnDocument: 'after', updatePipeline: true },
    ).lean() as Promise<OutboxRecord | null>,

  async renew({ _id, fence }: OutboxRecord): Promise<void> {
    await OutboxModel.updateOne({ _id, fence, state: 'pending' }, [{ $set: { leaseUntil: afterNow(LEASE_MS) } }], { updatePipeline: true })
  },

  /** Whether this holder was still the one to say so. The data goes: a letter's secret link need not stay. */
  async settle({ _id, fence }: OutboxRecord, tx?: Transaction): Promise<boolean> {
    const settled = await OutboxModel.updateOne(
      { _id, fence, state: 'pending' },
      [{ $set: { state: 'done', doneAt: '$$NOW', data: { $literal: {} } } }],
      { updatePipeline: true, ...(tx && { session: tx.session }) },
    )
    return settled.matchedCount === 1
  },

  /** Waits 1 s, 2 s, 4 s … up to ten minutes, each with some chance; after the last try it is dead, and an alert is due. */
  async postpone({ _id, fence, tries }: OutboxRecord, reason: string): Promise<'pending' | 'dead'> {
    const state = tries >= MOST_TRIES ? 'dead' : 'pending'
    const wait = Math.min(1_000 * 2 ** (tries - 1), LONGEST_WAIT_MS) * (0.75 + Math.random() / 2)
    await OutboxModel.updateOne(
      { _id, fence, state: 'pending' },
      [{ $set: { state, lastError: { $literal: reason.slice(0, 500) }, nextAt: afterNow(Math.round(wait)), leaseUntil: '$$NOW' } }],
      { updatePipeline: true },
    )
    return state
  },

  pendingCount: (): Promise<number> => OutboxModel.countDocuments({ state: 'pending' }),
  deadCount: (): Promise<number> => OutboxModel.countDocuments({ state: 'dead' }),
  dead: (): Promise<OutboxRecord[]> => OutboxModel.find({ state: 'dead' }).limit(10).lean(),

  /** Lets what waits be tried at once. */
  async hurry(): Promise<void> {
    await OutboxModel.updateMany({ state: 'pending', nextAt: { $gt: new Date(0) } }, { $set: { nextAt: new Date(0) } })
  },

  /** Gives a dead event its tries again. */
  async revive(): Promise<number> {
    const revived = await OutboxModel.updateMany({ state: 'dead' }, { $set: { state: 'pending', tries: 0, nextAt: new Date(0) } })
    return revived.modifiedCount
  },
}
