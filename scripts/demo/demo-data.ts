import { MongoClient } from 'mongodb'

/** Who can sign in, told at the end of the start. */
export type DemoLogin = { role: string; email: string; password: string }
type SeedRecord = { _id: string; logins: DemoLogin[]; seededAt: Date }

const COLLECTION = 'platform_demo'
const SEEDED = 'seeded'

const onDatabase = async <R>(uri: string, work: (database: ReturnType<MongoClient['db']>) => Promise<R>): Promise<R> => {
  const client = new MongoClient(uri, { serverSelectionTimeoutMS: 10_000 })
  try {
    return await work(client.db())
  } finally {
    await client.close()
  }
}

/** The logins of the demo's data; undefined when it is not there, or its making was cut off. */
export const seededLogins = (uri: string): Promise<DemoLogin[] | undefined> =>
  onDatabase(uri, async (database) => (await database.collection<SeedRecord>(COLLECTION).findOne({ _id: SEEDED }))?.logins)

/** Says that the data is whole, with its logins. */
export const recordSeeded = (uri: string, logins: DemoLogin[]): Promise<void> =>
  onDatabase(uri, async (database) => {
    await database.collection<SeedRecord>(COLLECTION).insertOne({ _id: SEEDED, logins, seededAt: new Date() })
  })

export const isEmpty = (uri: string): Promise<boolean> =>
  onDatabase(uri, async (database) => (await database.listCollections({}, { nameOnly: true }).toArray()).length === 0)

export const dropDatabase = (uri: string): Promise<void> =>
  onDatabase(uri, async (database) => {
    await database.dropDatabase()
  })
