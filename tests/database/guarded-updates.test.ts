import { guardedUpdate } from '@mutuo/server/platform/mongo/guarded-update.ts'
import { transaction } from '@mutuo/server/platform/mongo/transaction.ts'
import { testDatabase } from '../support/database/test-database.ts'
import { aNote, NoteModel } from './a-note.model.ts'

testDatabase()
beforeEach(() => NoteModel.create(aNote({ _id: 'n1' })))
afterEach(() => NoteModel.deleteMany({}))

const close = (version: number, title: string) =>
  transaction((tx) => guardedUpdate(NoteModel, { _id: 'n1', state: 'open', version }, { $set: { state: 'closed', title } }, tx), {
    limitMs: 60_000,
  })

describe('a guarded update', () => {
  it('moves the record, adds 1 to its version and answers it', async () => {
    expect(await close(1, 'close')).toMatchObject({ _id: 'n1', state: 'closed', version: 2, title: 'close' })
  })

  it('is STALE_STATE from another state, from another version, and for nobody’s id', async () => {
    await expect(close(2, 'trop tard')).rejects.toMatchObject({ code: 'STALE_STATE' })
    await close(1, 'premier')
    await expect(close(2, 'déjà fermée')).rejects.toMatchObject({ code: 'STALE_STATE' })
    const unknown = transaction((tx) => guardedUpdate(NoteModel, { _id: 'n7', version: 1 }, { $set: { title: 'x' } }, tx))
    await expect(unknown).rejects.toMatchObject({ code: 'STALE_STATE' })
  })

  it('lets one of 50 parallel edits through: 49 are STALE_STATE, the version is 2', async () => {
    const outcomes = await Promise.allSettled(Array.from({ length: 50 }, (_, i) => close(1, `essai ${i}`)))
    const refusals = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [(outcome.reason as { code?: string }).code] : []))
    expect(refusals).toEqual(Array.from({ length: 49 }, () => 'STALE_STATE'))
    expect((await NoteModel.findById('n1').lean())?.version).toBe(2)
  }, 90_000)
})
