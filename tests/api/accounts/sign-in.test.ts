import { testApp } from '../../support/app.ts'
import { aPerson, aPersonWhoSignsUp, anAdmin, found, ok, PASSWORD } from '../../support/personas.ts'

describe('signing in', () => {
  const app = testApp()

  it('says the same of a wrong password and of an unknown address', async () => {
    const { email } = await aPerson(app)
    const wrong = await app.client().post('/session', { email, password: 'ce n’est pas le bon' })
    const unknown = await app.client().post('/session', { email: 'personne@exemple.test', password: PASSWORD })
    expect([wrong.status, wrong.body.code]).toEqual([401, 'WRONG_CREDENTIALS'])
    expect([unknown.status, unknown.body.code]).toEqual([401, 'WRONG_CREDENTIALS'])
    expect(Object.keys(unknown.body).sort()).toEqual(Object.keys(wrong.body).sort())
  })

  it('takes as long for an unknown address as for a known one', async () => {
    const { email } = await aPerson(app)
    const timerOf = async (address: string) => {
      const client = app.client()
      await client.get('/session')
      return async () => {
        const start = performance.now()
        await client.post('/session', { email: address, password: 'ce n’est pas le bon' })
        return performance.now() - start
      }
    }
    const [timeKnown, timeUnknown] = [await timerOf(email), await timerOf('personne@exemple.test')]
    let [known, unknown] = [Infinity, Infinity]
    // By turns, and the quickest of each: what else the machine does slows both.
    for (let at = 0; at < 10; at += 1) [known, unknown] = [Math.min(known, await timeKnown()), Math.min(unknown, await timeUnknown())]
    // Without the hash for nobody the unknown one would be several times quicker.
    expect(unknown).toBeGreaterThan(known * 0.6)
  })

  it('begins a new session: the one before it is worth nothing', async () => {
    const person = await aPerson(app)
    const visitor = app.client()
    await visitor.get('/session')
    const before = visitor.cookie()
    ok(await visitor.post('/session', { email: person.email, password: PASSWORD }))
    expect(visitor.cookie()).not.toBe(before)
    const stolen = await fetch(`${app.url}/api/v1/session`, { headers: { Cookie: before } })
    expect((await stolen.json()) as object).toMatchObject({ user: null })
  })

  it('acts for the first organisation of the person, and then for the chosen one', async () => {
    const person = await aPerson(app)
    const first = await found(person, 'sme', { name: 'Chez Perrin' })
    const firstId = first.organisationId
    const second = await found(person, 'association', { name: 'Les Vitrines' })
    expect((await person.get('/session')).body.active).toMatchObject({ id: second.organisationId, kind: 'association', role: 'owner' })
    const again = app.client()
    const signedIn = ok(await again.post('/session', { email: person.email, password: PASSWORD })).body
    expect(signedIn.organisations.map(({ name }: { name: string }) => name)).toEqual(['Chez Perrin', 'Les Vitrines'])
    expect(signedIn.active.id).toBe(firstId)
    expect(ok(await again.post('/session/organisation', { organisationId: second.organisationId })).body.active.name).toBe('Les Vitrines')
  })

  it('does not act for an organisation of others', async () => {
    const [one, other] = await Promise.all([aPerson(app), aPerson(app)])
    const { organisationId } = await found(one, 'sme')
    expect(await other.post('/session/organisation', { organisationId })).toMatchObject({
      status: 403,
      body: { code: 'NOT_YOUR_ORGANISATION' },
    })
    expect((await other.get('/session')).body.active).toBeNull()
  })

  it('refuses a suspended person, whose open sessions end at once', async () => {
    const [person, admin] = await Promise.all([aPerson(app), anAdmin(app)])
    const socket = await person.socket()
    ok(await admin.post(`/admin/users/${person.userId}/suspension`, { isSuspended: true, reason: 'Usurpation' }))
    await socket.closed()
    expect((await person.get('/account/sessions')).status).toBe(401)
    expect(await app.client().post('/session', { email: person.email, password: PASSWORD })).toMatchObject({
      status: 403,
      body: { code: 'ACCOUNT_SUSPENDED' },
    })
    ok(await admin.post(`/admin/users/${person.userId}/suspension`, { isSuspended: false, reason: 'Erreur' }))
    expect((await app.client().post('/session', { email: person.email, password: PASSWORD })).status).toBe(200)
  })

  it('is written down', async () => {
    const person = await aPersonWhoSignsUp(app)
    await app.drain()
    const lines = await app.database
      .db()
      .collection('audit_log')
      .find({ object: `user:${person.userId}` })
      .sort({ seq: 1 })
      .toArray()
    expect(lines.map(({ action }) => action)).toEqual(['account.sign_up', 'account.confirm_email', 'account.sign_in'])
    expect(JSON.stringify(lines)).not.toContain(PASSWORD)
  })
})

describe('guessing a password', () => {
  const app = testApp({ environment: { RATE_LIMIT_FACTOR: '1' } })

  it('has ten tries for an account, then waits longer and longer, wherever it comes from', async () => {
    const { email } = await aPerson(app)
    const guess = (password: string) => app.client().post('/session', { email, password })
    for (let tries = 0; tries < 10; tries += 1) expect((await guess('ce n’est pas le bon')).status).toBe(401)
    expect((await guess('ce n’est pas le bon')).status).toBe(401)
    const held = await guess(PASSWORD)
    expect([held.status, held.body.code]).toEqual([429, 'TOO_MANY_REQUESTS'])
    expect(Number(held.headers.get('retry-after'))).toBeGreaterThan(0)
  })

  it('is slowed for an address without an account too', async () => {
    const guess = () => app.client().post('/session', { email: 'fantome@exemple.test', password: 'ce n’est pas le bon' })
    for (let tries = 0; tries < 11; tries += 1) await guess()
    expect((await guess()).status).toBe(429)
  })
})
