import { randomBytes } from 'node:crypto'
import { basename } from 'node:path'
import { connectMongo, currentDatabase, disconnectMongo } from '@mutuo/server/platform/mongo/connect.ts'
import { migrate as migrateNow } from '@mutuo/server/platform/mongo/migrate.ts'
import type { Db } from 'mongodb'

export type TestDatabase = { name: string; uri: string; db(): Db }

// Patient with a busy machine: a test measures what happens, not how soon.
const PATIENCE = { poolSize: 20, operationTimeoutMS: 20_000, waitQueueTimeoutMS: 20_000 }

/**
 * One database for this test file on the server of the run, connected and migrated before its tests. It is dropped after them where the server is
 * somebody's; our own goes away with its data, and dropping makes it halt for everybody.
 */
export const testDatabase = ({ migrate = true } = {}): TestDatabase => {
  const server = testServerUri()
  const name = databaseName()
  beforeAll(async () => {
    await connectMongo(server, { databaseName: name, ...PATIENCE })
    if (migrate) await migrateNow()
  })
  afterAll(async () => {
    if (testServerKind() === 'external') await currentDatabase().dropDatabase()
    await disconnectMongo()
  })
  return { name, uri: withDatabase(server, name), db: currentDatabase }
}

export const testServerUri = (): string => {
  const uris = (process.env.MUTUO_TEST_MONGODB_URIS ?? '').split(' ').filter(Boolean)
  const uri = uris[Number(process.env.JEST_WORKER_ID ?? 1) % uris.length]
  if (!uri) throw new Error('no database in this run: the file must be in a folder of the "live" project of jest.config.mjs')
  return uri
}

/** Where the tests run: on a server given by MONGODB_URI, on the embedded default, or on another one that we started. */
export const testServerKind = (): string => process.env.MUTUO_TEST_MONGODB_KIND ?? 'none'

const databaseName = (): string => {
  const file = basename(expect.getState().testPath ?? 'test', '.test.ts')
  return `t-${file.replaceAll(/[^a-z0-9-]/gi, '-').slice(0, 40)}-${randomBytes(4).toString('hex')}`
}

/** The same server with `name` as its database; who logs in still does so where they did. */
const withDatabase = (uri: string, name: string): string => {
  const [, scheme = '', hosts = '', query = ''] = /^([a-z+]+:\/\/)([^/?]+)(?:\/[^?]*)?(\?.*)?$/.exec(uri) ?? []
  const needsAuthSource = hosts.includes('@') && !query.includes('authSource=')
  return `${scheme}${hosts}/${name}${query}${needsAuthSource ? `${query ? '&' : '?'}authSource=admin` : ''}`
}
