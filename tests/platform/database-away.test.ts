import { randomBytes } from 'node:crypto'
import { connectMongo, currentDatabase, disconnectMongo } from '@mutuo/server/platform/mongo/connect.ts'
import { migrate } from '@mutuo/server/platform/mongo/migrate.ts'
import { v7 as newId } from 'uuid'
import { type App, startApp } from '../support/app.ts'
import { testServerUri } from '../support/database/test-database.ts'
import { tcpProxy, type TcpProxy } from '../support/tcp-proxy.ts'
import { signedIn } from './example/a-client.ts'
import { heard, notesModule } from './example/notes.module.ts'

const eventually = async (look: () => Promise<boolean>, ms = 15_000) => {
  const deadline = Date.now() + ms
  while (!(await look())) {
    if (Date.now() > deadline) throw new Error(`not so after ${ms} ms`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

describe('with the database away', () => {
  let cable: TcpProxy
  let app: App

  beforeAll(async () => {
    const [host, port] = new URL(testServerUri().replace(/^mongodb:/, 'http:')).host.split(':')
    cable = await tcpProxy({ host: host!, port: Number(port) })
    const uri = `mongodb://127.0.0.1:${cable.port}/?directConnection=true`
    await connectMongo(uri, { databaseName: `t-away-${randomBytes(4).toString('hex')}`, poolSize: 10, operationTimeoutMS: 1_500 })
    await migrate()
    app = await startApp({ modules: [notesModule] })
  }, 60_000)

  afterAll(async () => {
    cable.restore()
    await app.stop()
    await currentDatabase().dropDatabase()
    await disconnectMongo()
    await cable.stop()
  })

  it('readiness says so, requests get 503 with Retry-After, and all comes back by itself', async () => {
    const client = await signedIn(app)
    const note = { id: newId(), text: 'malgré tout' }
    cable.cut()

    const ready = await client.get(`${app.url}/readyz`)
    expect({ status: ready.status, code: ready.body.code }).toEqual({ status: 503, code: 'DATABASE_UNAVAILABLE' })
    expect((await client.get(`${app.url}/healthz`)).status).toBe(200)
    const refused = await client.post('/notes', note, { idempotencyKey: 'through-the-night' })
    expect({ status: refused.status, code: refused.body.code }).toEqual({ status: 503, code: 'DATABASE_UNAVAILABLE' })
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await client.get('/own')).status).toBe(503)

    cable.restore()
    await eventually(async () => (await client.get(`${app.url}/readyz`)).status === 200)
    expect((await client.get('/own')).body).toEqual({ name: 'Nina' })
    const accepted = await client.post('/notes', note, { idempotencyKey: 'through-the-night' })
    expect([201, 409]).toContain(accepted.status)
    await eventually(async () => (await client.post('/notes', note, { idempotencyKey: 'through-the-night' })).status === 201, 35_000)
    await eventually(async () => heard.some(({ text }) => text === note.text))
  }, 60_000)
})
