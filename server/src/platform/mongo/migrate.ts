import type { Db, IndexDescription } from 'mongodb'
import { now } from '../clock.ts'
import { withPatientDatabase } from './connect.ts'
import { type DeclaredIndex, definedModels, type DefinedModel } from './define-model.ts'
import { underLease } from './lease.ts'

/** A step of the data's shape: idempotent and resumable, so that a kill midway and a second run give the same result. `name` sorts by date: '2026-01-fold-names'. */
export type Migration = { name: string; run(db: Db): Promise<void> }

type AppliedRecord = { _id: string; appliedAt: Date }

const LEASE = { ttlMs: 30_000, waitMs: 120_000 }

/** Brings the open database to the present shape: collections, validators, the given steps once each, indexes. One process at a time; a second run does nothing. */
export const migrate = (migrations: Migration[] = []): Promise<{ applied: string[] }> =>
  withPatientDatabase((db) =>
    underLease(db, 'migrations', LEASE, async () => {
      const present = await prepareCollections(db)
      const applied = await runNew(db, migrations)
      for (const model of present) await addIndexes(db, model)
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

/** Makes the collections that are missing, with their indexes, and brings the validators of the others up to date, which it answers. */
const prepareCollections = async (db: Db): Promise<DefinedModel[]> => {
  const validators = new Map(
    (await db.listCollections({}, { nameOnly: false }).toArray()).map(({ name, options }) => [name, options?.validator as unknown]),
  )
  const present = definedModels().filter(({ name }) => validators.has(name))
  for (const { name, validator = {} } of present)
    if (JSON.stringify(validators.get(name) ?? {}) !== JSON.stringify(validator)) await db.command({ collMod: name, validator })
  for (const model of definedModels().filter(({ name }) => !validators.has(name))) await create(db, model)
  return present
}

/** Its first index makes a collection. */
const create = async (db: Db, { name, validator, indexes }: DefinedModel): Promise<void> => {
  if (validator || indexes.length === 0) await db.createCollection(name, validator ? { validator } : {})
  await createIndexes(db, name, indexes)
}

const addIndexes = async (db: Db, { name, indexes }: DefinedModel): Promise<void> => {
  const known = new Set((await db.collection(name).indexes()).map((index) => index.name))
  await createIndexes(
    db,
    name,
    indexes.filter((index) => !known.has(index.name)),
  )
}

const createIndexes = async (db: Db, name: string, indexes: DeclaredIndex[]): Promise<void> => {
  if (indexes.length > 0)
    await db.collection(name).createIndexes(indexes.map(({ key, options }) => ({ ...options, key }) as IndexDescription))
}
