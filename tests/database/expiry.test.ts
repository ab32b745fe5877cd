import { setTimeout as wait } from 'node:timers/promises'
import { testDatabase } from '../support/database/test-database.ts'

const database = testDatabase({ migrate: false })
const LONGEST_SWEEP_MS = 100_000

it(
  'records are gone some time after their moment, and not before; one without a date stays',
  async () => {
    const sessions = database.db().collection<{ _id: string; expiresAt?: Date }>('sessions')
    await sessions.createIndex({ expiresAt: 1 }, { name: 'expiry', expireAfterSeconds: 0 })
    await sessions.insertMany([
      { _id: 'past', expiresAt: new Date(Date.now() - 1000) },
      { _id: 'future', expiresAt: new Date(Date.now() + 3_600_000) },
      { _id: 'dateless' },
    ])
    // A server sweeps every 60 s; a mongod may be told to hurry.
    await database
      .db()
      .admin()
      .command({ setParameter: 1, ttlMonitorSleepSecs: 1 })
      .catch(() => undefined)
    const deadline = Date.now() + LONGEST_SWEEP_MS
    while ((await sessions.countDocuments({ _id: 'past' })) > 0 && Date.now() < deadline) await wait(500)
    expect((await sessions.find().sort({ _id: 1 }).toArray()).map(({ _id }) => _id)).toEqual(['dateless', 'future'])
  },
  LONGEST_SWEEP_MS + 20_000,
)
