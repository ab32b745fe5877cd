import { connectMongo, disconnectMongo, pingMongo } from '@mutuo/server/platform/mongo/connect.ts'
import { MongoClient } from 'mongodb'
import mongoose from 'mongoose'
import { testDatabase, testServerUri } from '../support/database/test-database.ts'

const database = testDatabase({ migrate: false })

describe('the client', () => {
  it('waits for a majority and its journal, reads what a majority has, and retries', () => {
    const { options } = mongoose.connection.getClient()
    expect(options.writeConcern).toMatchObject({ w: 'majority', journal: true })
    expect(options.readConcern?.level).toBe('majority')
    expect([options.retryWrites, options.retryReads]).toEqual([true, true])
  })

  it('is refused by the server when it asks for more nodes than there are', async () => {
    const client = new MongoClient(testServerUri())
    const write = client
      .db(database.name)
      .collection('contract_majority')
      .insertOne({}, { writeConcern: { w: 50, wtimeoutMS: 500 } })
    await expect(write).rejects.toThrow(/Not enough data-bearing nodes|waiting for replication timed out/i)
    await client.close()
  })

  it('answers a ping, and says so when it is closed', async () => {
    expect(await pingMongo()).toBe(true)
    await disconnectMongo()
    expect(await pingMongo()).toBe(false)
    await expect(mongoose.model('contract_closed', new mongoose.Schema({})).findOne()).rejects.toThrow()
    await connectMongo(testServerUri(), { databaseName: database.name })
  })

  it('keeps its promises whatever the address says', async () => {
    await disconnectMongo()
    const weaker = `${testServerUri()}?w=1&journal=false&readConcernLevel=local&retryWrites=false`
    const outcome = await connectMongo(weaker, { databaseName: database.name }).then(
      () => mongoose.connection.getClient().options.writeConcern?.w,
      (error: Error) => error.message,
    )
    expect(['majority', expect.stringContaining('do not hold')]).toContainEqual(outcome)
    await disconnectMongo()
    await connectMongo(testServerUri(), { databaseName: database.name })
  })

  it('refuses a server where nobody answers, in the time it is given', async () => {
    await disconnectMongo()
    const startedAt = Date.now()
    await expect(connectMongo('mongodb://127.0.0.1:1/', { operationTimeoutMS: 500 })).rejects.toThrow()
    expect(Date.now() - startedAt).toBeLessThan(4_000)
    await disconnectMongo()
    await connectMongo(testServerUri(), { databaseName: database.name })
  })
})
