import { setClock, systemClock } from '@mutuo/server/platform/clock.ts'
import type { NotificationView, Preferences } from '@mutuo/shared/notifications/notification.schema.ts'
import { v7 as newId } from 'uuid'
import { testApp } from '../../support/app.ts'
import { anOpenNeed } from '../../support/builders/need.ts'
import { aGroupWithMembers, anSmeOwner, ok, type Group, type Persona } from '../../support/personas.ts'

type Rhythm = Preferences['mail']['needs']
type Page = { items: NotificationView[]; unread: number; nextCursor?: string }

const everyDay: Preferences['mail'] = {
  groups: 'daily',
  needs: 'daily',
  bids: 'daily',
  votes: 'daily',
  missions: 'daily',
  money: 'daily',
  rooms: 'daily',
}

describe('what people are told', () => {
  const app = testApp()
  let group: Group
  let leader: Persona, hasty: Persona, patient: Persona, quiet: Persona

  const list = async (who: Persona, query = ''): Promise<Page> => ok(await who.get(`/notifications${query}`)).body as Page
  const lettersTo = async (who: Persona) =>
    (await app.mails()).filter((mail) => mail.to === who.email && mail.template.startsWith('notifications.'))
  const wish = (who: Persona, needs: Rhythm, more: Partial<Preferences['mail']> = {}) =>
    who.patch('/notifications/preferences', { mail: { ...everyDay, needs, ...more } })
  const publish = async (title: string): Promise<void> => {
    await anOpenNeed(leader, group.id, { title, rules: { visibility: 'group' } })
    await app.drain()
  }
  const asksToJoin = async (): Promise<void> => {
    const firm = await anSmeOwner(app)
    ok(await firm.post(`/groups/${group.id}/memberships`, { id: newId(), signsCharter: true }))
    await app.drain()
  }

  beforeAll(async () => {
    group = await aGroupWithMembers(app, 4)
    ;[leader, hasty, patient, quiet] = group.owners as [Persona, Persona, Persona, Persona]
    ok(await hasty.patch('/account', { locale: 'en' }))
    for (const owner of group.owners) ok(await owner.post('/notifications/read'))
    ok(await group.association.post('/notifications/read'))
  }, 60_000)
  afterAll(() => setClock(systemClock))

  it('unless they say otherwise they get letters once a day, about every topic', async () => {
    expect(ok(await quiet.get('/notifications/preferences')).body).toEqual({ mail: everyDay })
    ok(await wish(hasty, 'immediate'))
    ok(await wish(quiet, 'never', { groups: 'never' }))
    expect(ok(await quiet.get('/notifications/preferences')).body.mail).toMatchObject({ needs: 'never', groups: 'never', money: 'daily' })
    for (const mail of [{ ...everyDay, needs: 'hourly' }, { ...everyDay, weather: 'daily' }, { needs: 'never' }]) {
      const answer = await quiet.patch('/notifications/preferences', { mail })
      expect([answer.status, answer.body.code]).toEqual([400, 'INVALID_INPUT'])
    }
  })

  it('each in their own language, who did it is not told of it', async () => {
    await publish('Un site pour la rue')
    const [french, english, own] = await Promise.all([list(patient), list(hasty), list(leader)])
    expect(french.unread).toBe(1)
    expect(french.items[0]).toMatchObject({ kind: 'need.published', topic: 'needs', needsAction: false })
    expect(french.items[0]!.text).toBe('Nouveau besoin dans Commerces du centre\u00a0: Un site pour la rue.')
    expect(english.items[0]!.text).toMatch(/^New need in Commerces du centre: Un site pour la rue/)
    expect(own.unread).toBe(0)
  })

  it('by letter at once, the next morning or never, as each wishes', async () => {
    const [now] = await lettersTo(hasty)
    expect(now).toMatchObject({ template: 'notifications.one', subject: expect.stringMatching(/^New need/) })
    expect(now!.text).toContain('Open in Mutuo')
    expect([...(await lettersTo(patient)), ...(await lettersTo(quiet))]).toEqual([])
    await publish('Des photos des vitrines')
    const morning = new Date(Date.now() + 24 * 3600 * 1000)
    setClock(() => morning)
    await Promise.all([app.jobs(morning), app.jobs(morning)])
    setClock(systemClock)
    const letters = await lettersTo(patient)
    expect(letters.map((mail) => mail.template)).toEqual(['notifications.digest'])
    expect(letters[0]!.subject).toBe('2 nouvelles de vos groupements')
    for (const title of ['Un site pour la rue', 'Des photos des vitrines']) expect(letters[0]!.text).toContain(title)
    expect((await lettersTo(hasty)).every((mail) => mail.template === 'notifications.one')).toBe(true)
    expect(await lettersTo(quiet)).toEqual([])
    expect((await list(quiet)).unread).toBe(2)
  })

  it('what was read meanwhile stays out of the morning letter, and an empty letter is not written', async () => {
    const before = (await lettersTo(patient)).length
    await publish('Une boutique en ligne')
    ok(await patient.post('/notifications/read'))
    const morning = new Date(Date.now() + 2 * 24 * 3600 * 1000)
    setClock(() => morning)
    await app.jobs(morning)
    setClock(systemClock)
    expect(await lettersTo(patient)).toHaveLength(before)
  })

  it('what asks for an act comes at once to who wants daily letters, and by no letter to who wants none', async () => {
    await asksToJoin()
    const letters = await lettersTo(group.association)
    expect(letters.map((mail) => [mail.template, mail.text.includes(`/groupements/${group.id}`)])).toEqual([['notifications.one', true]])
    ok(await wish(group.association, 'daily', { groups: 'never' }))
    await asksToJoin()
    expect(await lettersTo(group.association)).toHaveLength(1)
    expect((await list(group.association)).items.filter((item) => item.needsAction)).toHaveLength(2)
  })

  it('page by page, the latest first, and read one by one or all at once, each its own', async () => {
    const first = await list(quiet, '?limit=2')
    const rest = await list(quiet, `?limit=2&cursor=${first.nextCursor}`)
    const all = await list(quiet)
    expect([...first.items, ...rest.items]).toEqual(all.items.slice(0, 4))
    expect(first.items[0]!.at >= first.items[1]!.at).toBe(true)
    const [latest] = first.items
    ok(await hasty.post('/notifications/read', { ids: [latest!.id] }))
    expect((await list(quiet)).unread).toBe(all.unread)
    ok(await quiet.post('/notifications/read', { ids: [latest!.id] }))
    expect(await list(quiet, '?unreadOnly=true')).toMatchObject({ unread: all.unread - 1 })
    expect((await list(quiet, '?unreadOnly=true')).items.map(({ id }) => id)).not.toContain(latest!.id)
    ok(await quiet.post('/notifications/read'))
    expect(await list(quiet, '?unreadOnly=true')).toMatchObject({ unread: 0, items: [] })
    expect((await quiet.get('/notifications?cursor=nulle-part')).body.code).toBe('INVALID_CURSOR')
  })
})
