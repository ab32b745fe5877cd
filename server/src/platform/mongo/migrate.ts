import type { Db, IndexDescription } from 'mongodb'
import { now } from '../clock.ts'
import { withPatientDatabase } from './connect.ts'
import { definedModels, type DefinedModel } from './define-model.ts'
import { underLease } from './lease.ts'

/** A step of the data's shape: idempotent and resumable, so that a kill midway and a second run give the same result. `name` sorts by date: '2026-01-fold-names'. */
export type Migration = { name: string; run(db: Db): Promise<void> }

type AppliedRecord = { _id: string; appliedAt: Date }

const LEASE = { ttlMs: 30_000, waitMs: 120_000 }

/** Brings the open database to the present shape: collections, validators, the given steps once each, indexes. One process at a time; a second run does nothing. */
export const migrate = (migrations: Migration[] = []): Promise<{ applied: string[] }> =>
  withPatientDatabase((db) =>
    underLease(db, 'migrations', LEASE, async () => {
      const added = await prepareCollections(db)
      const applied = await runNew(db, migrations)
      for (const model of definedModels()) await createIndexes(db, model, added.has(model.name))
      return { applied }
    }),
  )

const runNew = async (db: Db, migrations: Migration[]): Promise<string[]> => {
  const records = db.collection<AppliedRecord>('platform_migrations')
  const known = new Set((await records.find().toArray()).map(({ _id }) => _id))
  const fresh = migrations.filter(({ name }) => !known.has(name)).sort((a, b) => a.name.localeCompare(b.name, 'en'))
  for (const { name, run } of fresh) {
    await run(db)
    await records.insertOne({ _id: name, appliedAt: now() })
  }
  return fresh.map(({ name }) => name)
}

/** Makes the collections that are missing and says which, and brings the validators of the others up to date. */
const prepareCollections = async (db: Db): Promise<Set<string>> => {
  const present = new Map(
    (await db.listCollections({}, { nameOnly: false }).toArray()).map(({ name, options }) => [name, options?.validator as unknown]),
  )
  for (const { name, validator = {} } of definedModels()) {
    if (!present.has(name)) await db.createCollection(name, { validator })
    else if (JSON.stringify(present.get(name) ?? {}) !== JSON.stringify(validator)) await db.command({ collMod: name, validator })
  }
  return new Set(
    definedModels()
      .map(({ name }) => name)
      .filter((name) => !present.has(name)),
  )
}

const createIndexes = async (db: Db, { name, indexes }: DefinedModel, isNew: boolean): Promise<void> => {
  const collection = db.collection(name)
  const present = new Set(isNew ? [] : (await collection.indexes()).map((index) => index.name))
  const missing = indexes.filter((index) => !present.has(index.name))
  if (missing.length > 0) await collection.createIndexes(missing.map(({ key, options }) => ({ ...options, key }) as IndexDescription))
}
