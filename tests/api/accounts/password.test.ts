import { setClock, systemClock } from '@mutuo/server/platform/clock.ts'
import { testApp } from '../../support/app.ts'
import { aPerson, ok, PASSWORD, secretFrom } from '../../support/personas.ts'

const NEW_PASSWORD = 'quatre chats dans la cave'

describe('a password', () => {
  const app = testApp()
  afterEach(() => setClock(systemClock))

  it('is chosen anew by letter, which ends every session', async () => {
    const person = await aPerson(app)
    const socket = await person.socket()
    const visitor = app.client()
    ok(await visitor.post('/accounts/password-reset/letter', { email: person.email }))
    await app.drain()
    const token = await secretFrom(app, person.email, 'accounts.reset-password')
    ok(await visitor.post('/accounts/password-reset', { token, password: NEW_PASSWORD }))
    await socket.closed()
    expect((await person.get('/account/sessions')).status).toBe(401)
    expect((await visitor.post('/session', { email: person.email, password: PASSWORD })).status).toBe(401)
    expect((await visitor.post('/session', { email: person.email, password: NEW_PASSWORD })).status).toBe(200)
    await app.drain()
    expect((await app.mails()).findLast(({ to }) => to === person.email)?.template).toBe('accounts.password-changed')
  })

  it('is chosen once with one letter, and a bad choice does not use the letter up', async () => {
    const { email } = await aPerson(app)
    ok(await app.client().post('/accounts/password-reset/letter', { email }))
    await app.drain()
    const token = await secretFrom(app, email, 'accounts.reset-password')
    const choose = (password: string) => app.client().post('/accounts/password-reset', { token, password })
    expect((await choose('azertyuiopqs')).body.code).toBe('PASSWORD_TOO_COMMON')
    const answers = await Promise.all([choose(NEW_PASSWORD), choose(`${NEW_PASSWORD} 2`), choose(`${NEW_PASSWORD} 3`)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422, 422])
  })

  it('is not chosen with a letter that is half an hour old, nor with one for another purpose', async () => {
    const { email } = await aPerson(app)
    ok(await app.client().post('/accounts/password-reset/letter', { email }))
    await app.drain()
    const token = await secretFrom(app, email, 'accounts.reset-password')
    expect((await app.client().post('/accounts/confirmation', { token })).body.code).toBe('TOKEN_INVALID')
    setClock(() => new Date(Date.now() + 31 * 60_000))
    expect((await app.client().post('/accounts/password-reset', { token, password: NEW_PASSWORD })).body.code).toBe('TOKEN_INVALID')
  })

  it('is asked for the same way whether the address is known', async () => {
    const { email } = await aPerson(app)
    const answers = [email, 'inconnue@exemple.test'].map((address) =>
      app.client().post('/accounts/password-reset/letter', { email: address }),
    )
    const [known, unknown] = await Promise.all(answers)
    expect([unknown!.status, unknown!.text]).toEqual([known!.status, known!.text])
    await app.drain()
    expect((await app.mails()).some(({ to }) => to === 'inconnue@exemple.test')).toBe(false)
  })

  it('is changed with the present one, which ends the other sessions and keeps this one', async () => {
    const person = await aPerson(app)
    const elsewhere = app.client()
    ok(await elsewhere.post('/session', { email: person.email, password: PASSWORD }))
    expect(await person.post('/account/password', { current: 'ce n’est pas le bon', password: NEW_PASSWORD })).toMatchObject({
      status: 401,
      body: { code: 'WRONG_CREDENTIALS' },
    })
    ok(await person.post('/account/password', { current: PASSWORD, password: NEW_PASSWORD }))
    expect((await elsewhere.get('/account/sessions')).status).toBe(401)
    expect((await person.get('/account/sessions')).status).toBe(200)
  })
})

describe('the devices of a person', () => {
  const app = testApp()

  it('are listed, and ended but for the one in hand', async () => {
    const person = await aPerson(app)
    const elsewhere = app.client()
    ok(await elsewhere.post('/session', { email: person.email, password: PASSWORD }))
    const socket = await elsewhere.socket()
    const { items } = (await person.get('/account/sessions')).body
    expect(items).toHaveLength(2)
    expect(items.filter(({ isCurrent }: { isCurrent: boolean }) => isCurrent)).toHaveLength(1)
    expect(JSON.stringify(items)).not.toContain(decodeURIComponent(elsewhere.cookie()).slice(6, 30))
    ok(await person.delete('/account/sessions'))
    await socket.closed()
    expect((await elsewhere.get('/account/sessions')).status).toBe(401)
    expect((await person.get('/account/sessions')).body.items).toHaveLength(1)
  })

  it('forget the person who signs out', async () => {
    const person = await aPerson(app)
    const socket = await person.socket()
    const cookie = person.cookie()
    ok(await person.delete('/session'))
    await socket.closed()
    const again = await fetch(`${app.url}/api/v1/session`, { headers: { Cookie: cookie } })
    expect((await again.json()) as object).toMatchObject({ user: null })
  })

  it('show the name and the language that the person chose', async () => {
    const person = await aPerson(app)
    const { body } = ok(await person.patch('/account', { name: 'Camille Faure', locale: 'en' }))
    expect(body.user).toMatchObject({ name: 'Camille Faure', locale: 'en' })
    expect(await person.patch('/account', { isAdmin: true })).toMatchObject({ status: 400, body: { code: 'INVALID_INPUT' } })
  })
})
