import { v7 as newId } from 'uuid'
import { testApp } from '../../support/app.ts'
import { aPersonWhoSignsUp, PASSWORD, secretFrom } from '../../support/personas.ts'

describe('opening an account', () => {
  const app = testApp()
  const form = (said: object = {}) => ({
    id: newId(),
    name: 'Claire Perrin',
    email: `claire-${newId().slice(-8)}@exemple.test`,
    password: PASSWORD,
    locale: 'fr',
    ...said,
  })
  const lettersTo = async (to: string) => (await app.mails()).filter((mail) => mail.to === to).map((mail) => mail.template)

  it('goes by the letter: before it nobody signs in, after it the person does', async () => {
    const visitor = app.client()
    const asked = form()
    expect(await visitor.post('/accounts', asked)).toMatchObject({ status: 201, body: { done: true } })
    const early = await visitor.post('/session', { email: asked.email, password: PASSWORD })
    expect(early).toMatchObject({ status: 403, body: { code: 'EMAIL_NOT_CONFIRMED' } })
    await app.drain()
    const token = await secretFrom(app, asked.email, 'accounts.confirm-email')
    expect((await visitor.post('/accounts/confirmation', { token })).status).toBe(200)
    const signedIn = await visitor.post('/session', { email: asked.email.toUpperCase(), password: PASSWORD })
    expect(signedIn).toMatchObject({
      status: 200,
      body: { user: { id: asked.id, name: 'Claire Perrin', emailConfirmed: true }, organisations: [], active: null },
    })
  })

  it('uses a letter once', async () => {
    const visitor = app.client()
    const asked = form()
    await visitor.post('/accounts', asked)
    await app.drain()
    const token = await secretFrom(app, asked.email, 'accounts.confirm-email')
    const answers = await Promise.all(Array.from({ length: 4 }, () => app.client().post('/accounts/confirmation', { token })))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422, 422, 422])
  })

  it('answers the same for an address that has an account, and writes to its owner', async () => {
    const owner = await aPersonWhoSignsUp(app)
    const answer = await app.client().post('/accounts', form({ email: owner.email }))
    expect(answer).toMatchObject({ status: 201, body: { done: true } })
    await app.drain()
    expect(await lettersTo(owner.email)).toEqual(['accounts.confirm-email', 'accounts.already-registered'])
  })

  it('makes one account of many sign-ups at once with one address', async () => {
    const email = form().email
    const answers = await Promise.all(Array.from({ length: 5 }, () => app.client().post('/accounts', form({ email }))))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]))
    expect(await app.database.db().collection('users').countDocuments({ emailFold: email })).toBe(1)
  })

  it('keeps the password of whoever reads the letter, not of whoever asked first', async () => {
    const email = form().email
    await app.client().post('/accounts', form({ email, password: 'celui du premier venu 1' }))
    const owner = app.client()
    await owner.post('/accounts', form({ email, password: 'celui de la vraie personne' }))
    await app.drain()
    await owner.post('/accounts/confirmation', { token: await secretFrom(app, email, 'accounts.confirm-email') })
    expect((await owner.post('/session', { email, password: 'celui du premier venu 1' })).status).toBe(401)
    expect((await owner.post('/session', { email, password: 'celui de la vraie personne' })).status).toBe(200)
  })

  it.each([
    ['a leaked one', 'qwertyqwerty'],
    ['the same in capitals', 'QWERTYQWERTY'],
    ['a row of the keyboard', 'azertyuiop1234'],
    ['one motif again and again', 'abcabcabcabcabc'],
    ['a walk along the digits', '0123456789:;<'],
    ['her own name', 'claireperrin2024'],
    ["the site's name", 'mutuo-mutuo-1!'],
  ])('refuses %s as a password', async (_, password) => {
    const asked = form({ password })
    expect(await app.client().post('/accounts', asked)).toMatchObject({ status: 422, body: { code: 'PASSWORD_TOO_COMMON' } })
    expect(
      await app.database
        .db()
        .collection('users')
        .countDocuments({ _id: asked.id as never }),
    ).toBe(0)
  })

  it('keeps neither the password nor the secret of the letter readable', async () => {
    const asked = form()
    await app.client().post('/accounts', asked)
    await app.drain()
    const token = await secretFrom(app, asked.email, 'accounts.confirm-email')
    const database = app.database.db()
    const users = await database.collection('users').find().toArray()
    const everything = await Promise.all((await database.collections()).map((collection) => collection.find().toArray()))
    expect(JSON.stringify(users)).not.toContain(PASSWORD)
    expect(JSON.stringify(users)).toContain('$argon2id$v=19$m=19456,t=2,p=1$')
    expect(JSON.stringify(everything)).not.toContain(token)
  })

  it('sends the letter once more to whoever has not confirmed, and to nobody else', async () => {
    const asked = form()
    const confirmed = await aPersonWhoSignsUp(app)
    await app.client().post('/accounts', asked)
    for (const email of [asked.email, confirmed.email, 'inconnue@exemple.test']) {
      expect(await app.client().post('/accounts/confirmation/letter', { email })).toMatchObject({ status: 200, body: { done: true } })
    }
    await app.drain()
    expect(await lettersTo(asked.email)).toEqual(['accounts.confirm-email', 'accounts.confirm-email'])
    expect(await lettersTo(confirmed.email)).toEqual(['accounts.confirm-email'])
    expect(await lettersTo('inconnue@exemple.test')).toEqual([])
  })
})
