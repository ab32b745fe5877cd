import type { NeedCard } from '@mutuo/shared/needs/need.schema.ts'
import mongoose from 'mongoose'
import { testApp } from '../../support/app.ts'
import { aSubmittedBid } from '../../support/builders/bid.ts'
import { aDraftNeed, anOpenNeed, aReadyPledge, dayIn, inDays, type NeedInput } from '../../support/builders/need.ts'
import { aFreelancer, aGroupWithMembers, ok, type Group, type Persona } from '../../support/personas.ts'

/** Saint-Étienne; Villars and La Talaudière are in its metropolis, Roanne in its département, Lyon in its region, Bayeux far away. */
const ROANNE = '42187'
const VILLARS = '42330'
const LYON = '69123'
const BAYEUX = '14047'

describe('looking for needs', () => {
  const app = testApp()
  let group: Group
  let owners: Persona[]
  const ids: Record<string, string> = {}

  const post = async (name: string, said: Partial<NeedInput>) => {
    ids[name] = (await anOpenNeed(owners[0]!, group.id, { summary: '', ...said })).id
  }
  const nameOf = (id: string) => Object.keys(ids).find((name) => ids[name] === id) ?? id
  const look = async (client: Pick<Persona, 'get'>, query: string) => {
    const { body } = ok(await client.get(`/needs?${query}`))
    return {
      names: (body.items as NeedCard[]).map((card) => nameOf(card.id)),
      ...(body as { items: NeedCard[]; total?: number; nextCursor?: string }),
    }
  }

  beforeAll(async () => {
    group = await aGroupWithMembers(app, 4)
    owners = group.owners
    await post('seo', { title: 'Être trouvés en premier à Saint-Étienne', skills: ['local-seo'], gatheringClosesAt: inDays(5) })
    await post('photos', { title: 'Photos de nos vitrines', skills: ['photo'], communeCode: VILLARS, gatheringClosesAt: inDays(3) })
    await post('shop', { title: 'Vendre en ligne', skills: ['online-shop', 'photo'], communeCode: ROANNE, gatheringClosesAt: inDays(7) })
    await post('lyon', { title: 'Menus en trois langues', skills: ['translation'], communeCode: LYON, gatheringClosesAt: inDays(6) })
    await post('far', { title: 'Lettre d’information', skills: ['copywriting'], communeCode: BAYEUX, gatheringClosesAt: inDays(8) })
    await post('secret', { title: 'Fichier clients', skills: ['local-seo'], rules: { visibility: 'group' }, gatheringClosesAt: inDays(9) })
    ids.draft = (await aDraftNeed(owners[0]!, group.id, { title: 'Brouillon' })).id
    await aReadyPledge(owners[1]!, ids.shop!)
    await aReadyPledge(owners[2]!, ids.shop!)
    await aReadyPledge(owners[1]!, ids.far!)
    await app.drain()
  }, 90_000)

  it('shows those that a firm can join, the first to close first, with how many there are', async () => {
    const { names, total, nextCursor } = await look(owners[3]!, '')
    expect(names).toEqual(['photos', 'seo', 'lyon', 'shop', 'far', 'secret'])
    expect(total).toBe(6)
    expect(nextCursor).toBeUndefined()
    expect((await look(app.client(), '')).names).toEqual(['photos', 'seo', 'lyon', 'shop', 'far'])
  })

  it('finds by words, beginnings of words, synonyms of skills and places, without accents', async () => {
    expect((await look(app.client(), 'q=vitrines')).names).toEqual(['photos'])
    expect((await look(app.client(), 'q=info')).names).toEqual(['far'])
    expect((await look(app.client(), 'q=etre%20TROUVES')).names).toEqual(['seo'])
    expect((await look(app.client(), 'q=prestashop')).names).toEqual(['shop'])
    expect((await look(app.client(), 'q=bayeux')).names).toEqual(['far'])
    expect((await look(app.client(), 'q=vitrines%20introuvables')).names).toEqual([])
    expect((await look(app.client(), `q=${encodeURIComponent('.*{"$gt":""}')}`)).names).toEqual([])
  })

  it('filters by skill, group, state and day', async () => {
    expect((await look(app.client(), 'skill=photo')).names).toEqual(['photos', 'shop'])
    expect((await look(owners[0]!, `groupId=${group.id}`)).names).toHaveLength(6)
    expect((await look(owners[0]!, `closesBefore=${dayIn(6)}`)).names).toEqual(['photos', 'seo'])
    expect((await look(owners[0]!, 'state=bidding')).names).toEqual([])
    expect(await owners[0]!.get('/needs?state=draft')).toMatchObject({ status: 400, body: { code: 'INVALID_INPUT' } })
    expect(await owners[0]!.get('/needs?skill[$ne]=photo')).toMatchObject({ status: 400 })
  })

  it('looks around a place, and says how far each is', async () => {
    expect((await look(app.client(), 'near=42218&km=3')).names).toEqual(['seo'])
    expect((await look(app.client(), 'near=42218&km=20')).names).toEqual(['photos', 'seo'])
    expect((await look(app.client(), 'near=42218&km=40')).names).toEqual(['photos', 'seo'])
    expect((await look(app.client(), 'near=42218&km=80')).names).toEqual(['photos', 'seo', 'lyon', 'shop'])
    const { items } = await look(app.client(), 'near=42218&km=80')
    expect(items.map(({ commune, distanceKm }) => [commune, distanceKm])).toEqual([
      ['Villars', 5],
      ['Saint-Étienne', undefined],
      ['Lyon', 50],
      ['Roanne', 71],
    ])
    expect((await look(app.client(), 'near=42218&km=200')).names).toEqual(['photos', 'seo', 'lyon', 'shop'])
    expect((await look(app.client(), 'near=42218&km=500')).names).toHaveLength(5)
    expect(await app.client().get('/needs?near=99999&km=5')).toMatchObject({ status: 422, body: { code: 'COMMUNE_UNKNOWN' } })
  })

  it('sorts by nearness, novelty and how little is missing', async () => {
    expect((await look(app.client(), 'near=42218&sort=nearest')).names).toEqual(['seo', 'photos', 'shop', 'lyon', 'far'])
    expect((await look(app.client(), 'sort=newest')).names).toEqual(['far', 'lyon', 'shop', 'photos', 'seo'])
    expect((await look(app.client(), 'sort=nearly_funded')).names.slice(0, 2)).toEqual(['shop', 'far'])
  })

  it.each(['', 'sort=newest', 'sort=nearly_funded', 'near=42218&sort=nearest'])('gives every page once (%s)', async (query) => {
    const whole = (await look(owners[3]!, query)).names
    const pages: string[] = []
    let cursor = ''
    do {
      const { names, nextCursor } = await look(owners[3]!, `${query}&limit=2${cursor && `&cursor=${encodeURIComponent(cursor)}`}`)
      expect(names.length).toBeLessThanOrEqual(2)
      pages.push(...names)
      cursor = nextCursor ?? ''
    } while (cursor)
    expect(pages).toEqual(whole)
  })

  it('refuses a cursor that is not its own', async () => {
    for (const query of ['cursor=nonsense', 'near=42218&sort=nearest&cursor=9.x', 'near=42218&sort=nearest&cursor=%24']) {
      expect(await app.client().get(`/needs?${query}`)).toMatchObject({ status: 400, body: { code: 'INVALID_CURSOR' } })
    }
  })

  it('gives each card the price of who looks, with it among the firms', async () => {
    const card = async (client: Pick<Persona, 'get'>, name: string) => (await look(client, '')).items.find((one) => one.id === ids[name])!
    expect(await card(owners[3]!, 'shop')).toMatchObject({
      funding: { firms: 2, firmsMissing: 1, isMinimumReached: false },
      myShareFirms: 3,
      myShareMinor: 85_000,
      isParticipating: false,
      bidCount: 0,
      marks: [{ name: 'Entreprise 2' }, { name: 'Entreprise 3' }],
      group: { id: group.id, name: 'Commerces du centre' },
      commune: 'Roanne',
    })
    expect(await card(owners[1]!, 'shop')).toMatchObject({ isParticipating: true, myShareFirms: 3 })
    expect(JSON.stringify(await card(owners[3]!, 'shop'))).not.toMatch(/capMinor|90000/)
  })

  it('keeps a list of one’s own, drafts and past ones too', async () => {
    expect((await look(owners[0]!, 'state=mine')).names.sort()).toEqual(['draft', 'far', 'lyon', 'photos', 'secret', 'seo', 'shop'])
    expect((await look(owners[1]!, 'state=mine')).names.sort()).toEqual(['far', 'shop'])
    expect((await look(owners[3]!, 'state=mine')).names).toEqual([])
    expect((await look(group.association, 'state=mine')).names.sort()).toEqual(['far', 'lyon', 'photos', 'secret', 'seo', 'shop'])
    expect((await look(app.client(), 'state=mine')).names).toEqual([])
  })

  it('shows freelancers what they can bid for, also inside groups, and then what they have bid for', async () => {
    const freelancer = await aFreelancer(app)
    expect((await look(freelancer, '')).names).toContain('secret')
    expect((await look(await aFreelancer(app, { skills: ['photo'] }), '')).names).not.toContain('secret')
    await aSubmittedBid(freelancer, (await freelancer.get(`/needs/${ids.secret}`)).body)
    expect((await look(freelancer, 'state=mine')).names).toEqual(['secret'])
    expect((await look(owners[0]!, '')).items.find((card) => card.id === ids.secret)).toMatchObject({ bidCount: 1 })
  })

  it('tells an invited freelancer the town of the need and how far that is, not the group’s town', async () => {
    const translator = await aFreelancer(app, { skills: ['translation'] })
    const { invitations } = ok(await translator.get('/freelancer-home')).body as { invitations: object[] }
    expect(invitations).toMatchObject([{ needId: ids['lyon'], commune: 'Lyon', distanceKm: 50 }])
  })

  it('asks the same few questions however many cards there are', async () => {
    const questions = async (limit: number) => {
      const asked: string[] = []
      mongoose.set('debug', (collection: string, method: string) => void asked.push(`${collection}.${method}`))
      await look(owners[3]!, `limit=${limit}`)
      mongoose.set('debug', false)
      return asked.filter((one) => !one.startsWith('sessions.') && !one.startsWith('outbox.')).sort()
    }
    const [few, many] = [await questions(2), await questions(6)]
    expect(few.length).toBeGreaterThan(3)
    // Of cards without firms or bids these are not asked: two questions more, whether there is one such card or four.
    expect(many.length).toBeLessThanOrEqual(few.length + 2)
  })
})
