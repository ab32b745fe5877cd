import { setTimeout as wait } from 'node:timers/promises'
import { assertIndexes } from '@mutuo/server/platform/mongo/assert-indexes.ts'
import { type Migration, migrate } from '@mutuo/server/platform/mongo/migrate.ts'
import { underLease } from '@mutuo/server/platform/mongo/lease.ts'
import { testDatabase } from '../support/database/test-database.ts'
import './a-note.model.ts'

const database = testDatabase()
const runs: string[] = []
const step = (name: string): Migration => ({ name, run: async () => void runs.push(name) })
beforeEach(() => runs.splice(0))

describe('migrations', () => {
  it('run once each, in the order of their names', async () => {
    const steps = [step('2026-02-b'), step('2026-01-a')]
    expect(await migrate(steps)).toEqual({ applied: ['2026-01-a', '2026-02-b'] })
    expect(await migrate([...steps, step('2026-03-c')])).toEqual({ applied: ['2026-03-c'] })
    expect(runs).toEqual(['2026-01-a', '2026-02-b', '2026-03-c'])
  })

  it('do a step again that was cut before its end, and not the ones before it', async () => {
    const cut: Migration = { name: '2026-05-b', run: () => Promise.reject(new Error('cut')) }
    await expect(migrate([step('2026-05-a'), cut])).rejects.toThrow('cut')
    expect(await migrate([step('2026-05-a'), step('2026-05-b')])).toEqual({ applied: ['2026-05-b'] })
  })

  it('run in one process when two start at once', async () => {
    const slow: Migration = { name: '2026-06-a', run: () => wait(300).then(() => void runs.push('slow')) }
    const outcomes = await Promise.all([migrate([slow]), migrate([slow])])
    expect([runs, outcomes.flatMap(({ applied }) => applied)]).toEqual([['slow'], ['2026-06-a']])
  })

  it('make the declared indexes again', async () => {
    await database.db().collection('contract_notes').dropIndex('one_live_note')
    await migrate()
    await expect(assertIndexes()).resolves.toBeUndefined()
  })
})

describe('a lease', () => {
  it('is refused while somebody holds it', async () => {
    await underLease(database.db(), 'held', { ttlMs: 30_000, waitMs: 0 }, async () => {
      await expect(underLease(database.db(), 'held', { ttlMs: 30_000, waitMs: 0 }, async () => 1)).rejects.toThrow('held')
    })
  })

  it('of a dead holder is free after its time, by the clock of the database', async () => {
    const leases = database.db().collection<{ _id: string; holder: string; until: Date }>('platform_leases')
    await leases.insertMany([
      { _id: 'dead', holder: 'nobody', until: new Date(Date.now() - 60_000) },
      { _id: 'alive', holder: 'somebody', until: new Date(Date.now() + 60_000) },
    ])
    const take = (name: string) => underLease(database.db(), name, { ttlMs: 30_000, waitMs: 0 }, async () => 'taken')
    expect(await take('dead')).toBe('taken')
    await expect(take('alive')).rejects.toThrow('held')
  })
})
