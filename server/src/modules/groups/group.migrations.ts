import type { Migration } from '../../platform/mongo/migrate.ts'

/** Groups of before the charter said how long a notice is: it was thirty days, and nobody has to sign again. */
const completeNotices: Migration = {
  name: '2026-11-complete-group-notices',
  run: async (db) => {
    await db.collection('groups').updateMany({ 'rules.noticeDays': { $exists: false } }, { $set: { 'rules.noticeDays': 30 } })
  },
}

export const groupMigrations = [completeNotices]
