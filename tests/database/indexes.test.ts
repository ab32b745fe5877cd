import { assertIndexes } from '@mutuo/server/platform/mongo/assert-indexes.ts'
import { duplicateKeyOf } from '@mutuo/server/platform/mongo/duplicate-key.ts'
import { transaction } from '@mutuo/server/platform/mongo/transaction.ts'
import { testDatabase } from '../support/database/test-database.ts'
import { aNote, NoteModel } from './a-note.model.ts'

const database = testDatabase()
afterEach(() => NoteModel.deleteMany({}))

const refusalOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  )

describe('a unique index', () => {
  it('names itself, its keys and the values in the error of a second write', async () => {
    await NoteModel.create(aNote({ _id: 'n1', authorId: 'a' }))
    const refusal = await refusalOf(NoteModel.create(aNote({ _id: 'n2', authorId: 'a' })))
    expect(duplicateKeyOf(refusal)).toEqual({
      indexName: 'one_live_note',
      keyPattern: { groupId: 1, authorId: 1 },
      keyValue: { groupId: 'g1', authorId: 'a' },
    })
  })

  it('names _id as _id_', async () => {
    await NoteModel.create(aNote({ _id: 'n1' }))
    const refusal = await refusalOf(NoteModel.create(aNote({ _id: 'n1', authorId: 'other' })))
    expect(duplicateKeyOf(refusal)).toMatchObject({ indexName: '_id_', keyValue: { _id: 'n1' } })
  })

  it('names itself when an update makes the duplicate, and when insertMany does', async () => {
    await NoteModel.insertMany([aNote({ _id: 'n1', authorId: 'a' }), aNote({ _id: 'n2', authorId: 'b' })])
    const byUpdate = await refusalOf(NoteModel.updateOne({ _id: 'n2' }, { $set: { authorId: 'a' } }).exec())
    const byMany = await refusalOf(NoteModel.insertMany([aNote({ _id: 'n3', authorId: 'a' })]))
    expect([duplicateKeyOf(byUpdate)?.indexName, duplicateKeyOf(byMany)?.indexName]).toEqual(['one_live_note', 'one_live_note'])
  })

  it('is not what another refusal looks like', () => {
    expect(duplicateKeyOf(new Error('E11000'))).toBeUndefined()
  })
})

describe('a partial unique index', () => {
  it('leaves records outside of its filter free to repeat', async () => {
    await NoteModel.insertMany(['n1', 'n2', 'n3'].map((_id) => aNote({ _id, authorId: 'a', state: 'withdrawn' })))
    await NoteModel.create(aNote({ _id: 'n4', authorId: 'a' }))
    expect(await NoteModel.countDocuments({ authorId: 'a' })).toBe(4)
  })

  it('refuses a record that moves into its filter beside a live one', async () => {
    await NoteModel.insertMany([aNote({ _id: 'n1', authorId: 'a' }), aNote({ _id: 'n2', authorId: 'a', state: 'withdrawn' })])
    const refusal = await refusalOf(NoteModel.updateOne({ _id: 'n2' }, { $set: { state: 'draft' } }).exec())
    expect(duplicateKeyOf(refusal)?.indexName).toBe('one_live_note')
  })

  it('lets one of 30 parallel writers in', async () => {
    const tries = Array.from({ length: 30 }, (_, i) => refusalOf(NoteModel.create(aNote({ _id: `n${i}`, authorId: 'a' }))))
    const refusals = (await Promise.all(tries)).filter(Boolean)
    expect(refusals).toHaveLength(29)
    expect(refusals.every(duplicateKeyOf)).toBe(true)
  })
})

describe('an upsert race', () => {
  const upsertOptions = { upsert: true, returnDocument: 'after' } as const
  const named = (i: number) => ({ $setOnInsert: { ...aNote({ _id: 'n1' }), title: `essai ${i}` } })

  it('makes one record of 30 parallel upserts, and exactly one is told that it made it', async () => {
    const results = await Promise.all(Array.from({ length: 30 }, (_, i) => NoteModel.updateOne({ _id: 'n1' }, named(i), { upsert: true })))
    expect(results.filter(({ upsertedCount }) => upsertedCount === 1)).toHaveLength(1)
    expect(await NoteModel.countDocuments({})).toBe(1)
  })

  it('inside transactions gives every caller the same record', async () => {
    const upsert = (i: number) =>
      transaction(({ session }) => NoteModel.findOneAndUpdate({ _id: 'n1' }, named(i), { ...upsertOptions, session }).lean(), {
        limitMs: 60_000,
      })
    const records = await Promise.all(Array.from({ length: 30 }, (_, i) => upsert(i)))
    const kept = await NoteModel.findById('n1').lean()
    expect(new Set(records.map((record) => record?.title))).toEqual(new Set([kept?.title]))
  })
})

describe('boot', () => {
  it('accepts indexes as they are declared', async () => {
    await expect(assertIndexes()).resolves.toBeUndefined()
  })

  it('refuses to start without one, and names it', async () => {
    await database.db().collection('contract_notes').dropIndex('one_live_note')
    await expect(assertIndexes()).rejects.toThrow('contract_notes.one_live_note (missing)')
  })

  it('refuses one of the same name with another key', async () => {
    await database.db().collection('contract_notes').createIndex({ authorId: 1 }, { name: 'one_live_note' })
    await expect(assertIndexes()).rejects.toThrow('contract_notes.one_live_note (key {"authorId":1})')
  })
})
