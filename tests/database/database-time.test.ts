import { afterNow, hasPassed } from '@mutuo/server/platform/mongo/database-time.ts'
import { testDatabase } from '../support/database/test-database.ts'

type Task = { _id: number; claimedBy?: string; until?: Date }

const database = testDatabase({ migrate: false })
const tasks = () => database.db().collection<Task>('contract_tasks')
const claim = (claimedBy: string) =>
  tasks().findOneAndUpdate({ $expr: hasPassed('until') }, [{ $set: { claimedBy, until: afterNow(60_000) } }], {
    sort: { _id: 1 },
    returnDocument: 'after',
  })

describe('the clock of the database', () => {
  afterEach(() => tasks().deleteMany({}))

  it('tells what has passed, what has not, and what never had a moment', async () => {
    await tasks().insertMany([
      { _id: 1, until: new Date(Date.now() - 60_000) },
      { _id: 2, until: new Date(Date.now() + 60_000) },
      { _id: 3 },
    ])
    const passed = await tasks()
      .find({ $expr: hasPassed('until') })
      .sort({ _id: 1 })
      .toArray()
    expect(passed.map(({ _id }) => _id)).toEqual([1, 3])
  })

  it('sets a moment to come', async () => {
    await tasks().insertOne({ _id: 1 })
    const claimed = await claim('me')
    expect(Math.abs((claimed?.until?.getTime() ?? 0) - Date.now() - 60_000)).toBeLessThan(20_000)
  })

  it('gives each of 10 tasks to one of 30 claimers', async () => {
    await tasks().insertMany(Array.from({ length: 10 }, (_, _id) => ({ _id })))
    const claims = await Promise.all(Array.from({ length: 30 }, (_, i) => claim(`worker ${i}`)))
    const ids = claims.flatMap((task) => (task ? [task._id] : []))
    expect(ids.sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
  })
})
