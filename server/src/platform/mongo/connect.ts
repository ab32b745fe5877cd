import mongoose from 'mongoose'
import { type Db, MongoClient, type MongoClientOptions } from 'mongodb'

export type ConnectOptions = { databaseName?: string; poolSize?: number; operationTimeoutMS?: number; waitQueueTimeoutMS?: number }

// The driver's own `timeoutMS` has had no effect since 7.8: the deadline of an operation is made of these, that of a transaction is in transaction.ts.
const clientOptions = ({ poolSize = 50, operationTimeoutMS = 5_000, waitQueueTimeoutMS = 2_000 }: ConnectOptions): MongoClientOptions => ({
  writeConcern: { w: 'majority', journal: true },
  readConcern: { level: 'majority' },
  retryWrites: true,
  retryReads: true,
  maxPoolSize: poolSize,
  serverSelectionTimeoutMS: operationTimeoutMS,
  connectTimeoutMS: operationTimeoutMS,
  socketTimeoutMS: operationTimeoutMS,
  waitQueueTimeoutMS,
})

mongoose.set({ strict: 'throw', strictQuery: 'throw', autoIndex: false, autoCreate: false, bufferCommands: false })

let connected: { uri: string; options: ConnectOptions } | undefined

/** Opens the connection that every model uses, with the options on which our promises rest. @throws Error when one of them does not hold, or the server is not a replica set */
export const connectMongo = async (uri: string, options: ConnectOptions = {}): Promise<void> => {
  const { databaseName } = options
  await mongoose.connect(uri, { ...clientOptions(options), ...(databaseName && { dbName: databaseName }) })
  connected = { uri, options }
  try {
    assertPromises(mongoose.connection.getClient())
    await assertReplicaSet(currentDatabase())
  } catch (error) {
    await disconnectMongo()
    throw error
  }
}

export const disconnectMongo = async (): Promise<void> => {
  connected = undefined
  await mongoose.disconnect()
}

/** The database of the open connection, for what mongoose has no words for. @throws Error before connectMongo() */
export const currentDatabase = (): Db => {
  const { db } = mongoose.connection
  if (!db) throw new Error('MongoDB is not connected: call connectMongo() first')
  return db
}

/** Runs work without a deadline per operation, on a client of its own: index builds and backfills may take minutes. */
export const withPatientDatabase = async <R>(work: (db: Db) => Promise<R>): Promise<R> => {
  if (!connected) throw new Error('MongoDB is not connected: call connectMongo() first')
  const { uri, options } = connected
  const client = new MongoClient(uri, { ...clientOptions({ ...options, poolSize: 2 }), socketTimeoutMS: 0 })
  try {
    return await work(client.db(currentDatabase().databaseName))
  } finally {
    await client.close()
  }
}

/** For readiness: whether a primary answers within `timeoutMS`. */
export const pingMongo = async (timeoutMS = 2_000): Promise<boolean> => {
  if (mongoose.connection.readyState !== mongoose.ConnectionStates.connected) return false
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<false>((resolve) => (timer = setTimeout(() => resolve(false), timeoutMS)))
  const answer = currentDatabase()
    .command({ ping: 1 }, { readPreference: 'primary' })
    .then(
      () => true,
      () => false,
    )
  return Promise.race([answer, tooLate]).finally(() => clearTimeout(timer))
}

/** An option in the URI must not weaken what the code promises: what the client really uses is read back. */
const assertPromises = ({ options }: MongoClient): void => {
  const kept = {
    'w: majority': options.writeConcern?.w === 'majority',
    journal: options.writeConcern?.journal === true,
    'readConcern: majority': options.readConcern?.level === 'majority',
    retryWrites: options.retryWrites === true,
    serverSelectionTimeoutMS: options.serverSelectionTimeoutMS > 0,
    socketTimeoutMS: (options.socketTimeoutMS ?? 0) > 0,
    'strictQuery: throw': mongoose.get('strictQuery') === 'throw',
    'strict: throw': mongoose.get('strict') === 'throw',
    'autoIndex: false': mongoose.get('autoIndex') === false,
  }
  const broken = Object.entries(kept).flatMap(([name, holds]) => (holds ? [] : [name]))
  if (broken.length > 0) throw new Error(`MongoDB client options that do not hold: ${broken.join(', ')}. Look for them in MONGODB_URI.`)
}

const assertReplicaSet = async (db: Db): Promise<void> => {
  const hello = await db.command({ hello: 1 })
  if (!hello.setName && hello.msg !== 'isdbgrid')
    throw new Error('MongoDB is a standalone server: transactions and change streams need a replica set')
}
