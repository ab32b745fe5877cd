import { v7 as newId } from 'uuid'
import { systemClock } from '../clock.ts'
import { afterNow, hasPassed } from '../mongo/database-time.ts'
import type { Transaction } from '../mongo/transaction.ts'
import { OutboxModel, type OutboxRecord } from './outbox.model.ts'

export const LEASE_MS = 30_000
export const MOST_TRIES = 12
const LONGEST_WAIT_MS = 10 * 60_000

export type Unsettled = Pick<OutboxRecord, 'state' | 'consumer' | 'lastError'>

/**
 * Leases and waits are by the database's clock: those of the processes may differ. It is asked in pipeline updates by `_id`, never in a filter:
 * the embedded server reads the whole collection for a filter with $expr, and for every findAndModify.
 */
export const outboxStore = {
  /** What this process's clock takes for due; claim() asks the database's. */
  due(limit: number): Promise<OutboxRecord[]> {
    const at = systemClock()
    return OutboxModel.find({ state: 'pending', nextAt: { $lte: at }, leaseUntil: { $lte: at } })
      .sort({ _id: 1 })
      .limit(limit)
      .lean()
  },

  /** Those that no other process holds or has done, with the `holder` that alone may settle them. */
  async claim(rows: OutboxRecord[]): Promise<OutboxRecord[]> {
    const holder = newId()
    const mine = (taken: unknown, kept: string) => ({ $cond: [hasPassed('leaseUntil'), taken, kept] })
    const claimed = await OutboxModel.updateMany(
      { _id: { $in: idsOf(rows) }, state: 'pending' },
      [
        {
          $set: {
            holder: mine(holder, '$holder'),
            leaseUntil: mine(afterNow(LEASE_MS), '$leaseUntil'),
            tries: mine({ $add: ['$tries', 1] }, '$tries'),
          },
        },
      ],
      { updatePipeline: true },
    )
    const isAll = claimed.modifiedCount === rows.length
    const held = isAll ? rows : await OutboxModel.find({ _id: { $in: idsOf(rows) }, holder }, { _id: 1 }).lean()
    const ids = new Set(held.map(({ _id }) => _id))
    return rows.filter(({ _id }) => ids.has(_id)).map((row) => ({ ...row, holder, tries: row.tries + 1 }))
  },

  async renew(rows: OutboxRecord[]): Promise<void> {
    if (rows.length === 0) return
    await OutboxModel.updateMany(heldOf(rows), [{ $set: { leaseUntil: afterNow(LEASE_MS) } }], { updatePipeline: true })
  },

  /** How many of them this holder was still the one to say so of. The data goes: a letter's secret link need not stay. */
  async settle(rows: OutboxRecord[], tx?: Transaction): Promise<number> {
    if (rows.length === 0) return 0
    const settled = await OutboxModel.updateMany(heldOf(rows), [{ $set: { state: 'done', doneAt: '$$NOW', data: { $literal: {} } } }], {
      updatePipeline: true,
      ...(tx && { session: tx.session }),
    })
    return settled.matchedCount
  },

  /** Gives back what was claimed and not tried. */
  async release(rows: OutboxRecord[]): Promise<void> {
    if (rows.length === 0) return
    await OutboxModel.updateMany(heldOf(rows), { $set: { leaseUntil: new Date(0) }, $inc: { tries: -1 } })
  },

  /** Waits 1 s, 2 s, 4 s … up to ten minutes, each with some chance; after the last try it is dead, and an alert is due. */
  async postpone(row: OutboxRecord, reason: string): Promise<'pending' | 'dead'> {
    const state = row.tries >= MOST_TRIES ? 'dead' : 'pending'
    const wait = Math.min(1_000 * 2 ** (row.tries - 1), LONGEST_WAIT_MS) * (0.75 + Math.random() / 2)
    await OutboxModel.updateOne(
      heldOf([row]),
      [{ $set: { state, lastError: { $literal: reason.slice(0, 500) }, nextAt: afterNow(Math.round(wait)), leaseUntil: '$$NOW' } }],
      { updatePipeline: true },
    )
    return state
  },

  pendingCount: (): Promise<number> => OutboxModel.countDocuments({ state: 'pending' }),
  deadCount: (): Promise<number> => OutboxModel.countDocuments({ state: 'dead' }),

  /** What somebody still has to do, and what nobody could. */
  unsettled: (): Promise<Unsettled[]> =>
    OutboxModel.find({ state: { $in: ['pending', 'dead'] } }, { state: 1, consumer: 1, lastError: 1 })
      .limit(1_000)
      .lean<Unsettled[]>()
      .exec(),

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

const idsOf = (rows: OutboxRecord[]): string[] => rows.map(({ _id }) => _id)

/** Rows of one claim, while it holds. */
const heldOf = (rows: OutboxRecord[]) => ({ _id: { $in: idsOf(rows) }, holder: rows[0]!.holder, state: 'pending' as const })
