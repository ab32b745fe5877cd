import type { Migration } from '../../platform/mongo/migrate.ts'
import { audienceOf } from './listing.ts'
import type { NeedRecord } from './need.model.ts'

/** Needs that were given up before they were published had become the group's to find. */
const takeBackDrafts: Migration = {
  name: '2026-11-cancelled-drafts-stay-their-authors',
  run: async (db) => {
    const needs = db.collection<NeedRecord>('needs')
    for await (const need of needs.find({ state: 'cancelled', 'history.event': { $ne: 'need.published' } }))
      await needs.updateOne({ _id: need._id, version: need.version }, { $set: { audience: audienceOf(need) } })
  },
}

export const needMigrations = [takeBackDrafts]
