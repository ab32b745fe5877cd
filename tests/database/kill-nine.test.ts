import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type DatabaseServer, startDatabase } from '@mutuo/server/platform/mongo/choose-server.ts'
import { connectMongo, currentDatabase, disconnectMongo, pingMongo } from '@mutuo/server/platform/mongo/connect.ts'
import { transaction } from '@mutuo/server/platform/mongo/transaction.ts'
import { testServerKind } from '../support/database/test-database.ts'

type Line = { _id: string; transaction?: string }

const ROUNDS = 3
const LINES = 3
const isOurs = testServerKind() !== 'external'
const killing = isOurs ? describe : describe.skip

let dbPath: string
let server: DatabaseServer | undefined
const lines = () => currentDatabase().collection<Line>('lines')

const start = async (port?: number): Promise<DatabaseServer> => {
  server = await startDatabase({ dbPath, label: 'kill -9', say: () => undefined, ...(port && { port }) })
  await connectMongo(server.uri, { databaseName: 'kill', operationTimeoutMS: 1_500 })
  return server
}

/** Writes until the server dies; answers what it acknowledged. */
const writeUntilKilled = async (write: (id: string) => Promise<unknown>, name: string): Promise<string[]> => {
  const acknowledged: string[] = []
  for (let i = 0; ; i += 1) {
    const isDone = await write(`${name}-${i}`).then(
      () => true,
      () => false,
    )
    if (!isDone) return acknowledged
    acknowledged.push(`${name}-${i}`)
  }
}

const insertLine = (_id: string) => lines().insertOne({ _id })
const insertThree = (id: string) =>
  transaction(
    async ({ session }) => {
      for (let n = 0; n < LINES; n += 1) await lines().insertOne({ _id: `${id}/${n}`, transaction: id }, { session })
    },
    { limitMs: 1_000 },
  )

killing(isOurs ? 'kill -9 of the server' : 'kill -9 of the server (skipped: the server of MONGODB_URI is not ours to kill)', () => {
  beforeAll(async () => void (dbPath = await mkdtemp(join(tmpdir(), 'mutuo-kill-'))))
  afterAll(async () => {
    await disconnectMongo()
    await server?.stop()
    await rm(dbPath, { recursive: true, force: true })
  })

  it('loses no acknowledged write, and leaves no transaction half done', async () => {
    const writes = new Set<string>()
    const transactions = new Set<string>()
    for (let round = 0; round < ROUNDS; round += 1) {
      const running = await start()
      if (round === 0) await currentDatabase().createCollection('lines')
      const writers = [0, 1, 2].map((n) => writeUntilKilled(insertLine, `r${round}-w${n}`))
      const movers = [0, 1].map((n) => writeUntilKilled(insertThree, `r${round}-t${n}`))
      await wait(400 + 200 * round)
      await running.kill()
      for (const ids of await Promise.all(writers)) ids.forEach((id) => writes.add(id))
      for (const ids of await Promise.all(movers)) ids.forEach((id) => transactions.add(id))
      await disconnectMongo()
    }
    await start()
    const stored = await lines().find().toArray()
    const sizes = new Map<string, number>()
    for (const { transaction: id } of stored) if (id) sizes.set(id, (sizes.get(id) ?? 0) + 1)
    const ids = new Set(stored.map(({ _id }) => _id))
    expect([writes.size, transactions.size].every((count) => count > ROUNDS)).toBe(true)
    expect([...writes].filter((id) => !ids.has(id))).toEqual([])
    expect([...transactions].filter((id) => sizes.get(id) !== LINES)).toEqual([])
    expect([...sizes].filter(([, size]) => size !== LINES)).toEqual([])
  }, 120_000)

  it('is DATABASE_UNAVAILABLE in a few seconds, and over by itself when the server is back', async () => {
    const port = Number(new URL(server?.uri ?? '').port)
    await server?.kill()
    const startedAt = Date.now()
    await expect(transaction(({ session }) => lines().insertOne({ _id: 'away' }, { session }))).rejects.toMatchObject({
      code: 'DATABASE_UNAVAILABLE',
    })
    expect(await pingMongo()).toBe(false)
    expect(Date.now() - startedAt).toBeLessThan(12_000)
    server = await startDatabase({ dbPath, port, say: () => undefined })
    await transaction(({ session }) => lines().insertOne({ _id: 'back' }, { session }))
    expect(await pingMongo()).toBe(true)
  }, 60_000)
})
