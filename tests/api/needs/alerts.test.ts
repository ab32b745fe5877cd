import { alertMigrations } from '@mutuo/server/modules/needs/alert.migrations.ts'
import { v7 as newId } from 'uuid'
import { testApp } from '../../support/app.ts'
import { anOpenNeed, type NeedInput } from '../../support/builders/need.ts'
import { aFreelancer, aGroupWithMembers, anSmeOwner, ok, type Group, type Persona } from '../../support/personas.ts'

const SAINT_ETIENNE = '42218'
const ROANNE = '42187'
const LYON = '69123'
/** Within forty kilometres, across the border of the département. */
const ACROSS = '43213'
const day = 86_400_000
const nextMorning = () => new Date(Date.now() + day)

describe('alerts of new needs', () => {
  const app = testApp()
  let group: Group
  let firm: Persona
  let freelancer: Persona
  const save = (client: Persona, said: object = {}) => client.post('/alerts', { id: newId(), rhythm: 'immediate', ...said })
  const lettersTo = async ({ email }: Persona) =>
    (await app.mails()).filter((mail) => mail.to === email && mail.template === 'needs.alert-found')
  const post = async (title: string, said: Partial<NeedInput> = {}) => {
    const need = await anOpenNeed(group.owners[0]!, group.id, { title, ...said })
    await app.drain()
    return need
  }

  beforeAll(async () => {
    ;[group, firm, freelancer] = await Promise.all([aGroupWithMembers(app, 2), anSmeOwner(app), aFreelancer(app)])
    await app.drain()
  }, 60_000)

  it('tell at once, by letter and on screen, of a need nearby, once however many alerts it answers; its own group is told otherwise', async () => {
    ok(await save(firm, { near: '42218', km: 20 }))
    ok(await save(firm, { skill: 'local-seo', rhythm: 'daily' }))
    ok(await save(group.owners[1]!, { skill: 'local-seo' }))
    const need = await post('Être trouvés en premier')
    await post('Loin d’ici', { communeCode: ROANNE, skills: ['photo'] })
    await app.jobs(nextMorning())
    const letters = await lettersTo(firm)
    expect(letters.map(({ subject }) => subject)).toEqual(['Un nouveau besoin répond à votre alerte\u00a0: Être trouvés en premier'])
    expect(letters[0]!.text).toContain(`/besoins/${need.id}`)
    const { items } = ok(await firm.get('/notifications')).body as { items: { kind: string; path: string }[] }
    expect(items.filter(({ kind }) => kind === 'alert.found')).toMatchObject([{ path: `/besoins/${need.id}` }])
    expect(await lettersTo(group.owners[1]!)).toEqual([])
    expect(ok(await firm.get('/alerts')).body.items).toMatchObject([
      { filters: { skill: 'local-seo' }, found: 0 },
      { filters: { near: '42218', km: 20 }, place: 'Saint-Étienne', found: 1 },
    ])
  })

  it('look in kilometres, across the border of a département and no farther, as the list does', async () => {
    const [near, wide, local] = await Promise.all([anSmeOwner(app), anSmeOwner(app), anSmeOwner(app)])
    ok(await save(near, { near: SAINT_ETIENNE, km: 40, skill: 'video' }))
    ok(await save(wide, { near: SAINT_ETIENNE, km: 80, skill: 'video' }))
    ok(await save(local, { near: SAINT_ETIENNE, km: 5, skill: 'video' }))
    const posted = [
      await post('Filmer au village', { communeCode: ACROSS, skills: ['video'] }),
      await post('Filmer à Roanne', { communeCode: ROANNE, skills: ['video'] }),
      await post('Filmer à Lyon', { communeCode: LYON, skills: ['video'] }),
    ]
    const [village, roanne, lyon] = posted.map(({ id }) => id)
    const toldTo = async (person: Persona) => {
      const letters = await lettersTo(person)
      return posted.filter(({ id }) => letters.some(({ text }) => text.includes(id))).map(({ id }) => id)
    }
    const listedFor = async (km: number) => {
      const { items } = ok(await firm.get(`/needs?near=${SAINT_ETIENNE}&km=${km}&skill=video`)).body as { items: { id: string }[] }
      return items.map(({ id }) => id).sort()
    }
    expect(await toldTo(near)).toEqual([village])
    expect(await toldTo(wide)).toEqual([village, roanne, lyon])
    expect(await toldTo(local)).toEqual([])
    expect([await listedFor(40), await listedFor(80), await listedFor(5)]).toEqual([[village], [village, roanne, lyon].sort(), []])
  })

  it('of before kilometres look in them from the migration on, which may run again after a cut', async () => {
    const [old, everywhere] = await Promise.all([anSmeOwner(app), anSmeOwner(app)])
    ok(await save(old, { near: SAINT_ETIENNE, km: 40, skill: 'emailing' }))
    ok(await save(everywhere, { skill: 'emailing', near: SAINT_ETIENNE }))
    const alerts = app.database.db().collection('need_alerts')
    const former = (area: string) => ({ $set: { area }, $unset: { areas: '' } })
    await alerts.updateOne({ userId: old.userId }, former('arrondissement:42-3'))
    await alerts.updateOne({ userId: everywhere.userId }, former('everywhere'))
    await alerts.createIndex({ area: 1, skill: 1, _id: 1 }, { name: 'looked_for' })
    for (const migration of [...alertMigrations, ...alertMigrations]) await migration.run(app.database.db() as never)
    const need = await post('Une lettre au village', { communeCode: ACROSS, skills: ['emailing'] })
    for (const person of [old, everywhere]) expect((await lettersTo(person)).map(({ text }) => text.includes(need.id))).toEqual([true])
    expect(await alerts.countDocuments({ area: { $exists: true } })).toBe(0)
    expect((await alerts.indexes()).map(({ name }) => name)).not.toContain('looked_for')
  })

  it('wait for the morning where that was asked, and leave out what closed meanwhile', async () => {
    ok(await save(freelancer, { q: 'vitrine', rhythm: 'daily' }))
    const [one, two] = [
      await post('Photos de vitrines', { skills: ['photo'] }),
      await post('Vitrine en ligne', { skills: ['online-shop'] }),
    ]
    const gone = await post('Vitrine abandonnée')
    ok(await group.owners[0]!.post(`/needs/${gone.id}/cancellation`, { reason: 'Travaux' }))
    await app.drain()
    expect(await lettersTo(freelancer)).toEqual([])
    await Promise.all([app.jobs(nextMorning()), app.jobs(nextMorning())])
    const [letter, ...more] = await lettersTo(freelancer)
    expect(more).toEqual([])
    for (const { content } of [one, two]) expect(letter!.text).toContain(content.title)
    expect(letter!.text).not.toContain('abandonnée')
  })

  it('never tell of a need that is kept among the members of a group, except the freelancers who may bid for it', async () => {
    const curious = await anSmeOwner(app)
    ok(await save(curious))
    const bidder = await aFreelancer(app)
    ok(await save(bidder, { skill: 'local-seo' }))
    ok(await save(await aFreelancer(app, { skills: ['photo'] }), {}))
    const secret = await post('Entre nous', { rules: { visibility: 'group' } })
    const told = (await app.mails()).filter((mail) => mail.template === 'needs.alert-found' && mail.text.includes(secret.id))
    expect(told.map(({ to }) => to)).toEqual([bidder.email])
  })

  it('end by the link in the letter, signed in or not, and then tell nothing more', async () => {
    const someone = await anSmeOwner(app)
    ok(await save(someone, { skill: 'crm' }))
    await post('Un fichier clients', { skills: ['crm'] })
    const token = /\/alertes\/arret\/(\S+)/.exec((await lettersTo(someone))[0]!.text)![1]!
    const visitor = app.client()
    expect(await visitor.post('/alert-stops', { token: `${token}x` })).toMatchObject({ status: 404, body: { code: 'ALERT_LINK_INVALID' } })
    ok(await visitor.post('/alert-stops', { token }))
    ok(await visitor.post('/alert-stops', { token }))
    expect(ok(await someone.get('/alerts')).body.items).toEqual([])
    await post('Un autre fichier clients', { skills: ['crm'] })
    expect(await lettersTo(someone)).toHaveLength(1)
  })

  it('are one for each search, some at most, changed and removed by their own person alone', async () => {
    const owner = await anSmeOwner(app)
    const search = { near: ROANNE, km: 40, skill: 'video' }
    const { id, version } = ok(await save(owner, search)).body as { id: string; version: number }
    expect(await save(owner, search)).toMatchObject({ status: 409, body: { code: 'ALERT_EXISTS' } })
    const twice = await Promise.all([save(owner, { q: 'reels' }), save(owner, { q: 'reels' })])
    expect(twice.map(({ status }) => status).sort()).toEqual([201, 409])
    expect(await save(owner, { near: '99999' })).toMatchObject({ status: 422, body: { code: 'COMMUNE_UNKNOWN' } })
    expect(await save(owner, { groupId: group.id })).toMatchObject({ status: 403, body: { code: 'NOT_A_MEMBER' } })
    expect(await firm.patch(`/alerts/${id}`, { version, rhythm: 'daily' })).toMatchObject({ status: 404 })
    expect(ok(await owner.patch(`/alerts/${id}`, { version, rhythm: 'weekly' })).body).toMatchObject({ version: 2, rhythm: 'weekly' })
    expect(await owner.patch(`/alerts/${id}`, { version, rhythm: 'daily' })).toMatchObject({ status: 409, body: { code: 'STALE_STATE' } })
    ok(await owner.delete(`/alerts/${id}`))
    expect(await owner.delete(`/alerts/${id}`)).toMatchObject({ status: 404 })
    for (let at = 0; at < 19; at += 1) ok(await save(owner, { q: `mot ${at}` }))
    expect(await save(owner)).toMatchObject({ status: 409, body: { code: 'TOO_MANY_ALERTS', params: { most: 20 } } })
  })
})
