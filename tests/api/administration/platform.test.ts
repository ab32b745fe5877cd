import { ok, aPerson, anAdmin, anSmeOwner, type Person, type Persona, PASSWORD } from '../../support/personas.ts'
import { anAwardedMission } from '../../support/builders/mission.ts'
import { testApp } from '../../support/app.ts'
import { v7 as newId } from 'uuid'

describe('who runs the platform', () => {
  const app = testApp({ stripe: true })
  let admin: Person
  let owner: Persona
  const suspend = (userId: string, isSuspended: boolean, reason = 'Usurpation') =>
    admin.post(`/admin/users/${userId}/suspension`, { isSuspended, reason })

  beforeAll(async () => {
    admin = await anAdmin(app)
    owner = await anSmeOwner(app, { name: 'Boulangerie Zwingelstein', person: 'Aurore Zwingelstein' })
  }, 60_000)

  it('finds people by the beginning of a name, accents aside, with the firms they act for', async () => {
    const { body } = ok(await admin.get('/admin/users?q=aurore'))
    expect(body.items).toEqual([
      expect.objectContaining({
        id: owner.userId,
        name: 'Aurore Zwingelstein',
        isSuspended: false,
        organisations: [owner.organisationName],
      }),
    ])
    const first = ok(await admin.get('/admin/users?limit=1')).body
    const second = ok(await admin.get(`/admin/users?limit=1&cursor=${first.nextCursor}`)).body
    expect(second.items[0].id).not.toBe(first.items[0].id)
  })

  it('suspends a person: every session and socket ends, whatever the device, until it is taken back', async () => {
    const phone = app.client()
    ok(await phone.post('/session', { email: owner.email, password: PASSWORD }))
    const sockets = await Promise.all([owner.socket(), phone.socket()])
    ok(await suspend(owner.userId, true))
    await Promise.all(sockets.map((socket) => socket.closed()))
    for (const device of [owner, phone]) expect((await device.get('/notifications')).status).toBe(401)
    await expect(owner.socket()).rejects.toThrow()
    expect((await app.client().post('/session', { email: owner.email, password: PASSWORD })).body.code).toBe('ACCOUNT_SUSPENDED')
    expect(ok(await admin.get('/admin/users?q=aurore')).body.items[0].isSuspended).toBe(true)
    ok(await suspend(owner.userId, false, 'Erreur'))
    ok(await app.client().post('/session', { email: owner.email, password: PASSWORD }))
    expect((await owner.get('/notifications')).status).toBe(401)
  })

  it('not itself, nor somebody who is not there, nor without a reason', async () => {
    const answers = [await suspend(admin.userId, true), await suspend(newId(), true), await suspend(owner.userId, true, ' ')]
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual([
      [409, 'NOT_YOURSELF'],
      [404, 'NOT_FOUND'],
      [400, 'INVALID_INPUT'],
    ])
  })

  it('reads in the log who did what to whom and why, page by page; the same twice is one line', async () => {
    const person = await aPerson(app)
    for (const isSuspended of [true, true, false]) ok(await suspend(person.userId, isSuspended, 'Pour voir'))
    await app.drain()
    const first = ok(await admin.get('/admin/audit?limit=1')).body
    const second = ok(await admin.get(`/admin/audit?limit=1&cursor=${first.nextCursor}`)).body
    expect(first.isChainIntact).toBe(true)
    expect([first.items[0], second.items[0]]).toEqual([
      expect.objectContaining({ action: 'account.restore', actor: admin.name, object: `user:${person.userId}` }),
      expect.objectContaining({ action: 'account.suspend', seq: first.items[0].seq - 1 }),
    ])
    expect(second.items[0].detail).toContain('Pour voir')
    const { items } = ok(await admin.get('/admin/audit?limit=100')).body
    expect(items.filter((line: { object: string }) => line.object === `user:${person.userId}`)).toHaveLength(2)
  })

  it('learns from the log that somebody has changed it', async () => {
    const log = app.database.db().collection<{ _id: string; seq: number; action: string }>('audit_log')
    const line = (await log.findOne({ seq: 1 }))!
    await log.updateOne({ _id: line._id }, { $set: { action: 'nothing.happened' } })
    expect(ok(await admin.get('/admin/audit')).body.isChainIntact).toBe(false)
    await log.updateOne({ _id: line._id }, { $set: { action: line.action } })
    expect(ok(await admin.get('/admin/audit')).body.isChainIntact).toBe(true)
  })

  it('reads that the books balance, although Stripe has not told its fees yet', async () => {
    app.stripe!.control.addFault({ kind: 'webhook', effect: 'drop', times: 50 })
    await anAwardedMission(app, { firms: 3 })
    const payments = app.database.db().collection('payments')
    expect(await payments.countDocuments({ state: 'succeeded', lookAt: { $ne: null } })).toBe(3)
    expect(ok(await admin.get('/admin/books')).body.isBalanced).toBe(true)
    await app.settled()
    expect(await payments.countDocuments({ state: 'succeeded', lookAt: { $ne: null } })).toBe(3)
    expect(ok(await admin.get('/admin/books')).body.isBalanced).toBe(true)
    app.stripe!.control.clearFaults()
  }, 60_000)

  it('reads whether the books balance, and which rule they break when a cent is missing', async () => {
    await anAwardedMission(app, { firms: 3 })
    await app.settled()
    const books = ok(await admin.get('/admin/books')).body
    expect(books.isBalanced).toBe(true)
    expect(books.items.find(({ id }: { id: string }) => id === '§9.1')).toMatchObject({ violations: [] })
    expect(books.items.every(({ checked, label }: { checked: number; label: string }) => checked >= 0 && label.length > 0)).toBe(true)
    const entries = app.database.db().collection<{ _id: string; lines: { amountMinor: number }[] }>('entries')
    const entry = (await entries.findOne({}))!
    await entries.updateOne({ _id: entry._id }, { $inc: { 'lines.0.amountMinor': 1 } })
    const broken = ok(await admin.get('/admin/books')).body
    expect(broken.isBalanced).toBe(false)
    const ids = broken.items.filter((line: { violations: string[] }) => line.violations.length > 0).map((line: { id: string }) => line.id)
    expect(ids).toEqual(expect.arrayContaining(['§9.1', 'I8']))
  }, 60_000)
})
