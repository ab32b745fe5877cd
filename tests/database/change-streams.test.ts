import type { ChangeStream, ChangeStreamInsertDocument } from 'mongodb'
import { testDatabase } from '../support/database/test-database.ts'

type Hint = { _id: string }
const database = testDatabase({ migrate: false })
const hints = () => database.db().collection<Hint>('contract_hints')
const insertsOnly = [{ $match: { operationType: 'insert' } }]

const nextIds = async (stream: ChangeStream<Hint, ChangeStreamInsertDocument<Hint>>, count: number): Promise<string[]> => {
  const ids: string[] = []
  while (ids.length < count) ids.push((await stream.next()).fullDocument._id)
  return ids
}

describe('a change stream', () => {
  beforeAll(() => database.db().createCollection('contract_hints'))
  afterEach(() => hints().deleteMany({}))

  it('tells inserts in the order of their commits', async () => {
    const stream = hints().watch<Hint, ChangeStreamInsertDocument<Hint>>(insertsOnly)
    const heard = nextIds(stream, 3)
    await new Promise((resolve) => setTimeout(resolve, 300))
    for (const _id of ['a', 'b', 'c']) await hints().insertOne({ _id })
    expect(await heard).toEqual(['a', 'b', 'c'])
    await stream.close()
  })

  it('goes on after its resume token, with nothing lost and nothing twice', async () => {
    const first = hints().watch<Hint, ChangeStreamInsertDocument<Hint>>(insertsOnly)
    const opening = nextIds(first, 1)
    await new Promise((resolve) => setTimeout(resolve, 300))
    await hints().insertOne({ _id: 'before' })
    expect(await opening).toEqual(['before'])
    const resumeAfter = first.resumeToken
    await first.close()
    await hints().insertMany([{ _id: 'while-away-1' }, { _id: 'while-away-2' }])
    const second = hints().watch<Hint, ChangeStreamInsertDocument<Hint>>(insertsOnly, { resumeAfter })
    expect(await nextIds(second, 2)).toEqual(['while-away-1', 'while-away-2'])
    await second.close()
  })

  it('tells nothing of a transaction that is aborted, and all of one that commits', async () => {
    const stream = hints().watch<Hint, ChangeStreamInsertDocument<Hint>>(insertsOnly)
    const heard = nextIds(stream, 2)
    await new Promise((resolve) => setTimeout(resolve, 300))
    const session = database.db().client.startSession()
    session.startTransaction()
    await hints().insertOne({ _id: 'lost' }, { session })
    await session.abortTransaction()
    session.startTransaction()
    await hints().insertMany([{ _id: 'kept-1' }, { _id: 'kept-2' }], { session })
    await session.commitTransaction()
    await session.endSession()
    expect(await heard).toEqual(['kept-1', 'kept-2'])
    await stream.close()
  })
})
