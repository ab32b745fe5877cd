import { migrate } from '@mutuo/server/platform/mongo/migrate.ts'
import { testDatabase } from '../support/database/test-database.ts'
import { aNote, NoteModel } from './a-note.model.ts'

const database = testDatabase()
const raw = () => database.db().collection<Record<string, unknown> & { _id: string }>('contract_notes')
const DOCUMENT_FAILED_VALIDATION = 121

describe('a validator', () => {
  it('refuses what goes past the model, on insert and on update', async () => {
    const { version: _, ...unversioned } = aNote({ _id: 'n1' })
    await expect(raw().insertOne(unversioned)).rejects.toMatchObject({ code: DOCUMENT_FAILED_VALIDATION })
    await raw().insertOne(aNote({ _id: 'n1' }))
    await expect(raw().updateOne({ _id: 'n1' }, { $unset: { version: 1 } })).rejects.toMatchObject({ code: DOCUMENT_FAILED_VALIDATION })
    await expect(raw().updateOne({ _id: 'n1' }, { $set: { amountMinor: 'dix' } })).rejects.toMatchObject({
      code: DOCUMENT_FAILED_VALIDATION,
    })
  })

  it('refuses a fraction of a cent', async () => {
    await expect(raw().insertOne(aNote({ _id: 'n2', amountMinor: 0.5 }))).rejects.toMatchObject({ code: DOCUMENT_FAILED_VALIDATION })
  })

  it('refuses inside a transaction and through mongoose as well', async () => {
    await expect(NoteModel.updateOne({ _id: 'n1' }, { $set: { amountMinor: 1.5 } })).rejects.toMatchObject({
      code: DOCUMENT_FAILED_VALIDATION,
    })
  })

  it('is put back by the next migration when somebody took it away', async () => {
    await database.db().command({ collMod: 'contract_notes', validator: {} })
    await raw().insertOne(aNote({ _id: 'n3', amountMinor: 0.5 }))
    await migrate()
    await expect(raw().insertOne(aNote({ _id: 'n4', amountMinor: 0.5 }))).rejects.toMatchObject({ code: DOCUMENT_FAILED_VALIDATION })
  })
})
