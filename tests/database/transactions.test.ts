import { setTimeout as wait } from 'node:timers/promises'
import { duplicateKeyOf } from '@mutuo/server/platform/mongo/duplicate-key.ts'
import { isTransient } from '@mutuo/server/platform/mongo/database-unavailable.ts'
import { type DomainEvent, setOutboxWriter, transaction } from '@mutuo/server/platform/mongo/transaction.ts'
import mongoose from 'mongoose'
import { testDatabase } from '../support/database/test-database.ts'
import { aNote, NoteModel } from './a-note.model.ts'

const database = testDatabase()
afterEach(() => NoteModel.deleteMany({}))

const write = (_id: string, set: object, session: mongoose.ClientSession) => NoteModel.updateOne({ _id }, { $set: set }, { session })

describe('isolation', () => {
  beforeEach(() => NoteModel.insertMany([aNote({ _id: 'n1' }), aNote({ _id: 'n2' })]))

  it('shows nothing of a transaction outside before it commits, and all of it after', async () => {
    await transaction(async ({ session }) => {
      await write('n1', { title: 'dedans' }, session)
      expect(
        (
          await database
            .db()
            .collection('contract_notes')
            .findOne({ _id: 'n1' as never })
        )?.title,
      ).toBe('une note')
    })
    expect((await NoteModel.findById('n1').lean())?.title).toBe('dedans')
  })

  it('reads its own writes, and otherwise what was there when it began', async () => {
    await transaction(async ({ session }) => {
      await NoteModel.findById('n1', null, { session }).lean()
      await database
        .db()
        .collection('contract_notes')
        .updateOne({ _id: 'n2' as never }, { $set: { title: 'dehors' } })
      await write('n1', { title: 'dedans' }, session)
      const titles = (await NoteModel.find({}, null, { session }).sort({ _id: 1 }).lean()).map(({ title }) => title)
      expect(titles).toEqual(['dedans', 'une note'])
    })
  })

  it('leaves nothing of a work that throws', async () => {
    const refused = transaction(async ({ session }) => {
      await write('n1', { title: 'perdu' }, session)
      await NoteModel.create([aNote({ _id: 'n3' })], { session })
      throw new Error('no')
    })
    await expect(refused).rejects.toThrow('no')
    expect([(await NoteModel.findById('n1').lean())?.title, await NoteModel.countDocuments({})]).toEqual(['une note', 2])
  })
})

describe('a write conflict', () => {
  it('comes as code 112 with the label TransientTransactionError', async () => {
    await NoteModel.create(aNote({ _id: 'n1' }))
    const [first, second] = [await mongoose.startSession(), await mongoose.startSession()]
    first.startTransaction()
    second.startTransaction()
    await write('n1', { title: 'un' }, first)
    await NoteModel.findById('n1', null, { session: second }).lean()
    const conflict: unknown = await write('n1', { title: 'deux' }, second).then(
      () => first.commitTransaction(),
      (error: unknown) => error,
    )
    await Promise.all([first.abortTransaction().catch(() => undefined), second.abortTransaction().catch(() => undefined)])
    await Promise.all([first.endSession(), second.endSession()])
    expect(conflict).toMatchObject({ code: 112 })
    expect(isTransient(conflict)).toBe(true)
  })

  it('is retried until 50 parallel read-modify-writes have all counted', async () => {
    await NoteModel.create(aNote({ _id: 'n1', amountMinor: 0 }))
    const addOne = () =>
      transaction(
        async ({ session }) => {
          const note = await NoteModel.findById('n1', null, { session }).lean().orFail()
          await write('n1', { amountMinor: note.amountMinor + 1 }, session)
        },
        { limitMs: 60_000 },
      )
    await Promise.all(Array.from({ length: 50 }, addOne))
    expect((await NoteModel.findById('n1').lean())?.amountMinor).toBe(50)
  }, 90_000)

  it('ends in DATABASE_UNAVAILABLE when its time is over', async () => {
    await NoteModel.create(aNote({ _id: 'n1' }))
    const holder = await mongoose.startSession()
    holder.startTransaction()
    await write('n1', { title: 'tenu' }, holder)
    const startedAt = Date.now()
    await expect(transaction(({ session }) => write('n1', { title: 'autre' }, session), { limitMs: 500 })).rejects.toMatchObject({
      code: 'DATABASE_UNAVAILABLE',
    })
    expect(Date.now() - startedAt).toBeLessThan(5_000)
    await holder.abortTransaction()
    await holder.endSession()
  })
})

describe('the transaction helper', () => {
  it('lets a duplicate key out once, for the caller to handle', async () => {
    await NoteModel.create(aNote({ _id: 'n1' }))
    let runs = 0
    const refused = transaction(async ({ session }) => {
      runs += 1
      await NoteModel.create([aNote({ _id: 'n1', authorId: 'b' })], { session })
    })
    const refusal: unknown = await refused.catch((error: unknown) => error)
    expect([duplicateKeyOf(refusal)?.indexName, runs]).toEqual(['_id_', 1])
  })

  it('keeps the events of the try that commits, in the same commit, and runs effects once after it', async () => {
    const written: DomainEvent[][] = []
    let [effects, told] = [0, 0]
    setOutboxWriter(async (events, session) => {
      written.push(events)
      await database.db().collection('contract_outbox').insertMany(events, { session })
      return () => void (told += 1)
    })
    await NoteModel.create(aNote({ _id: 'n1' }))
    let runs = 0
    await transaction(async (tx) => {
      runs += 1
      tx.emit({ name: 'note.moved', key: 'n1', data: { run: runs } })
      tx.after(() => (effects += 1))
      await NoteModel.findById('n1', null, { session: tx.session }).lean()
      if (runs === 1)
        await database
          .db()
          .collection('contract_notes')
          .updateOne({ _id: 'n1' as never }, { $set: { title: 'entre-temps' } })
      await write('n1', { title: 'fait' }, tx.session)
    })
    const kept = await database.db().collection('contract_outbox').find().toArray()
    expect([runs, effects, told, kept.map(({ data }) => data)]).toEqual([2, 1, 1, [{ run: 2 }]])
  })

  it('keeps neither events nor effects of a work that throws', async () => {
    setOutboxWriter((events, session) =>
      database
        .db()
        .collection('contract_lost')
        .insertMany(events, { session })
        .then(() => () => undefined),
    )
    let effects = 0
    const refused = transaction(async (tx) => {
      tx.emit({ name: 'note.moved', key: 'n1', data: {} })
      tx.after(() => (effects += 1))
      await wait(1)
      throw new Error('no')
    })
    await expect(refused).rejects.toThrow('no')
    expect([effects, await database.db().collection('contract_lost').countDocuments()]).toEqual([0, 0])
  })

  it('refuses another transaction inside', async () => {
    await expect(transaction(() => transaction(async () => 1))).rejects.toThrow('pass tx down')
  })

  it('refuses every operation that forgets the session', async () => {
    const forgotten = [
      () => NoteModel.findOne({ _id: 'n1' }).lean(),
      () => NoteModel.find({}).lean(),
      () => NoteModel.countDocuments({}),
      () => NoteModel.updateOne({ _id: 'n1' }, { $set: { title: 'x' } }),
      () => NoteModel.deleteMany({ groupId: 'g9' }),
      () => NoteModel.findOneAndUpdate({ _id: 'n1' }, { $set: { title: 'x' } }),
      () => NoteModel.aggregate([{ $match: {} }]),
      () => NoteModel.create(aNote({ _id: 'n9' })),
      () => NoteModel.insertMany([aNote({ _id: 'n9' })]),
      () => NoteModel.bulkWrite([{ deleteOne: { filter: { _id: 'n9' } } }]),
    ]
    for (const operation of forgotten) {
      await expect(transaction(async () => void (await operation()))).rejects.toThrow('without its session')
    }
  })
})

describe('an operation with the session', () => {
  it('passes, whichever it is, and is undone with the rest', async () => {
    await NoteModel.create(aNote({ _id: 'n1' }))
    const undone = transaction(async ({ session }) => {
      await NoteModel.insertMany([aNote({ _id: 'n2' }), aNote({ _id: 'n3' })], { session })
      await NoteModel.create([aNote({ _id: 'n4' })], { session })
      await NoteModel.bulkWrite([{ updateOne: { filter: { _id: 'n2' }, update: { $set: { title: 'deux' } } } }], { session })
      await NoteModel.findOneAndUpdate({ _id: 'n3' }, { $set: { title: 'trois' } }, { session })
      await NoteModel.deleteOne({ _id: 'n1' }, { session })
      const titles = await NoteModel.aggregate<{ _id: string }>([{ $match: {} }, { $sort: { _id: 1 } }], { session })
      const seen = [titles.length, await NoteModel.countDocuments({}, { session }), await NoteModel.distinct('title', {}, { session })]
      expect(seen).toEqual([3, 3, ['deux', 'trois', 'une note']])
      expect(await NoteModel.exists({ _id: 'n1' }).session(session)).toBeNull()
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow('undone')
    expect((await NoteModel.find({}).lean()).map(({ _id }) => _id)).toEqual(['n1'])
  })
})

describe('a filter', () => {
  it('with undefined in it is refused, at any depth', async () => {
    await expect(NoteModel.find({ groupId: undefined } as never).lean()).rejects.toThrow('undefined at groupId')
    await expect(NoteModel.updateOne({ $or: [{ _id: 'a' }, { groupId: undefined }] } as never, {})).rejects.toThrow(
      'undefined at $or.1.groupId',
    )
  })

  it('with an unknown field is refused', async () => {
    await expect(NoteModel.find({ grupoId: 'g1' } as never).lean()).rejects.toThrow('grupoId')
  })

  it('is not needed to write an unknown field: that is refused as well', async () => {
    await expect(NoteModel.updateOne({ _id: 'n1' }, { $set: { colour: 'red' } } as never)).rejects.toThrow('colour')
  })
})
