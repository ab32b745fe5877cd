import { setTimeout as wait } from 'node:timers/promises'
import { testApp } from '../support/app.ts'
import { signedIn } from './example/a-client.ts'
import { notesModule } from './example/notes.module.ts'
import { nina } from './example/people.ts'

describe('a session that is too old', () => {
  const app = testApp({ modules: [notesModule], environment: { SESSION_HOURS: String(2 / 3600) } })

  it('ends on the server, over HTTP and in open sockets, though its cookie is still sent', async () => {
    const client = await signedIn(app)
    const socket = await client.socket()
    expect((await client.get('/own')).status).toBe(200)
    await wait(2_100)
    expect((await client.get('/own')).status).toBe(401)
    expect(await socket.ask('follow', { topics: [`user:${nina.userId}`] })).toMatchObject({ problem: { code: 'SIGNED_OUT' } })
    await socket.closed()
  })
})

describe('a session that nobody uses', () => {
  const app = testApp({ modules: [notesModule] })

  it('is forgotten by the database after its idle time', async () => {
    const client = await signedIn(app)
    const sessions = app.database.db().collection('sessions')
    const record = await sessions.findOne({ 'session.passport.user': nina.userId })
    const idleMinutes = ((record!.expires as Date).getTime() - Date.now()) / 60_000
    expect(idleMinutes).toBeGreaterThan(29)
    expect(idleMinutes).toBeLessThanOrEqual(30)
    await sessions.updateOne({ _id: record!._id }, { $set: { expires: new Date(Date.now() - 1) } })
    expect((await client.get('/own')).status).toBe(401)
  })
})

describe('behind a proxy with https', () => {
  const app = testApp({ modules: [notesModule], environment: { APP_URL: 'https://mutuo.example', TRUST_PROXY: '1' } })
  const ask = (headers: Record<string, string>) => fetch(`${app.url}/api/v1/session`, { headers })

  it('the cookie is bound to this very host, and never leaves in clear', async () => {
    const { headers } = await ask({ 'X-Forwarded-Proto': 'https' })
    expect(headers.getSetCookie()[0]).toMatch(/^__Host-sid=.*; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
    expect(headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains')
    expect((await ask({})).headers.getSetCookie()).toEqual([])
  })
})
