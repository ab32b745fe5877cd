import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { bundle } from '../../scripts/steps/bundle-server.mjs'
import { freePort } from '../support/free-port.ts'
import { testDatabase } from '../support/database/test-database.ts'
import { openSocket } from '../support/client/socket-client.ts'
import { httpClient } from '../support/client/http-client.ts'
import { tcpProxy } from '../support/tcp-proxy.ts'
import { nina, PASSWORD } from './example/people.ts'

/** Beside the packages that it asks for. */
const PROGRAM = 'tests/platform/example/dist/run-example.js'

describe('a server process', () => {
  beforeAll(() => bundle('tests/platform/example/run-example.ts', PROGRAM))
  const database = testDatabase()
  let child: ChildProcess
  let url: string
  let said = ''

  const start = async (environment: Record<string, string> = {}) => {
    const port = await freePort()
    url = `http://localhost:${port}`
    said = ''
    child = spawn(process.execPath, ['--enable-source-maps', PROGRAM], {
      env: {
        ...process.env,
        NODE_ENV: 'test',
        PORT: String(port),
        HOST: 'localhost',
        MONGODB_URI: database.uri,
        SESSION_SECRET: 'x1'.repeat(20),
        LOG_LEVEL: 'warn',
        MAIL_DIR: '/tmp/mutuo-test-mail',
        ...environment,
      },
    })
    child.stdout!.on('data', (chunk: Buffer) => (said += chunk.toString()))
    child.stderr!.on('data', (chunk: Buffer) => (said += chunk.toString()))
    const ended = once(child, 'exit').then(([code]) => code as number | null)
    return { ended }
  }

  const serving = async () => {
    const deadline = Date.now() + 30_000
    while (!said.includes('serving')) {
      if (Date.now() > deadline || child.exitCode !== null) throw new Error(`not serving: ${said}`)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }

  afterEach(() => {
    child.kill('SIGKILL')
  })

  it('on SIGTERM finishes what is under way, tells its sockets to move, and ends with 0', async () => {
    const { ended } = await start()
    await serving()
    const client = httpClient(url)
    await client.post('/session', { email: nina.email, password: PASSWORD })
    const socket = await openSocket(url, client.cookie())
    const slow = client.get('/waits/1500')
    await new Promise((resolve) => setTimeout(resolve, 300))
    const since = Date.now()
    child.kill('SIGTERM')
    expect(await socket.heard('ended')).toEqual({ reason: 'shutting_down' })
    expect(await slow).toMatchObject({ status: 200, body: { done: true } })
    expect(await ended).toBe(0)
    expect(Date.now() - since).toBeLessThan(8_000)
    await expect(fetch(`${url}/healthz`)).rejects.toThrow()
  }, 60_000)

  it('ends with 1 after a rejection that nobody caught, having said which', async () => {
    const { ended } = await start({ FAULT: 'rejection' })
    expect(await ended).toBe(1)
    expect(said).toContain('nobody caught this')
  }, 60_000)

  it('does not start with a weak secret in production, and does not repeat it', async () => {
    const { ended } = await start({ NODE_ENV: 'production', SESSION_SECRET: 'change-me-change-me-change-me-change-me' })
    expect(await ended).toBe(1)
    expect(said).toContain('SESSION_SECRET')
    expect(said).not.toContain('change-me')
  }, 60_000)

  it('started before its database waits for it, and serves when it comes', async () => {
    const [host, port] = new URL(database.uri.replace(/^mongodb:/, 'http:')).host.split(':')
    const cable = await tcpProxy({ host: host!, port: Number(port) })
    cable.cut()
    await start({ MONGODB_URI: `mongodb://127.0.0.1:${cable.port}/${database.name}?directConnection=true` })
    const deadline = Date.now() + 30_000
    while (!said.includes('the database is away') && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 100))
    expect(said).toContain('the database is away')
    cable.restore()
    await serving()
    expect((await httpClient(url).get(`${url}/readyz`)).status).toBe(200)
    child.kill('SIGKILL')
    await cable.stop()
  }, 90_000)
})
