import { now } from '../../platform/clock.ts'
import type { Migration } from '../../platform/mongo/migrate.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { contractStore } from './contract.store.ts'
import { drawUpContract } from './draw-up-contract.ts'
import { missionStore } from './mission.store.ts'

/** Missions of before contracts: theirs says how things stand on the day of the migration. */
const drawUpMissing: Migration = {
  name: '2026-11-draw-up-contracts',
  run: async () => {
    for (const missionId of await missionStore.allIds()) {
      await transaction(async (tx) => {
        const mission = await missionStore.find(missionId, tx)
        if (!mission || (await contractStore.latestLine(missionId, tx))) return
        const [shares, milestones] = [await missionStore.shares([missionId], tx), await missionStore.milestones([missionId], tx)]
        await drawUpContract({ mission, shares, milestones, version: 1, amendmentTurn: null, now: now() }, tx)
      })
    }
  },
}

/** Shares of before amendments: nothing was taken off. */
const completeShares: Migration = {
  name: '2026-11-complete-shares',
  run: async (db) => {
    await db.collection('shares').updateMany({ takenOffMinor: { $exists: false } }, { $set: { takenOffMinor: 0 } })
  },
}

/** Shares of before the waiting list: nobody has left and nobody comes in. */
const completeDropOuts: Migration = {
  name: '2026-11-complete-drop-outs',
  run: async (db) => {
    await db
      .collection('shares')
      .updateMany({ comesInFor: { $exists: false } }, { $set: { waterfallStep: null, waterfallNotes: [], notice: null, comesInFor: null } })
  },
}

/** Missions of before delegates have none. */
const completeDelegates: Migration = {
  name: '2026-11-complete-delegates',
  run: async (db) => {
    await db.collection('missions').updateMany({ delegateIds: { $exists: false } }, { $set: { delegateIds: [] } })
  },
}

/** Missions of before the charter said how long a notice is. */
const completeNotices: Migration = {
  name: '2026-11-complete-mission-notices',
  run: async (db) => {
    await db.collection('missions').updateMany({ 'rules.noticeDays': { $exists: false } }, { $set: { 'rules.noticeDays': 30 } })
  },
}

/** Shares of before rises: nothing was charged for an amendment, and the promise of one share a firm is a wider one. */
const completeRises: Migration = {
  name: '2026-11-complete-rises',
  run: async (db) => {
    const shares = db.collection('shares')
    await shares.updateMany({ raises: { $exists: false } }, { $set: { raises: null } })
    const present = await shares.indexes()
    if (present.some(({ name }) => name === 'one_share_per_firm')) await shares.dropIndex('one_share_per_firm')
    await db.collection('payments').updateMany({ raisedShareId: { $exists: false } }, { $set: { raisedShareId: null } })
    await db.collection('amendments').updateMany({ paidRises: { $exists: false } }, { $set: { paidRises: 0 } })
  },
}

export const missionMigrations = [completeShares, completeDropOuts, drawUpMissing, completeDelegates, completeNotices, completeRises]
