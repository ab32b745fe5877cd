import type { AlertFilters } from '@mutuo/shared/needs/alert.schema.ts'
import type { Migration } from '../../platform/mongo/migrate.ts'
import { areasLookedIn } from './nearness.ts'

/** Alerts of before kilometres were kept under the one area that came nearest to theirs. */
const lookInKilometres: Migration = {
  name: '2026-11-alerts-look-in-kilometres',
  run: async (db) => {
    const alerts = db.collection<{ _id: string; filters: AlertFilters }>('need_alerts')
    for await (const { _id, filters } of alerts.find({ areas: { $exists: false } }, { projection: { filters: 1 } }))
      await alerts.updateOne({ _id }, { $set: { areas: areasLookedIn(filters.near, filters.km) }, $unset: { area: '' } })
    const present = await alerts.indexes()
    if (present.some(({ name }) => name === 'looked_for')) await alerts.dropIndex('looked_for')
  },
}

export const alertMigrations = [lookInKilometres]
