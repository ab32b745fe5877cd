import type { LikelyFirms, SimilarNeed } from '@mutuo/shared/needs/finding.schema.ts'
import { testApp } from '../../support/app.ts'
import { aDraftNeed, aDraftPledge, anOpenNeed, aReadyPledge, inDays } from '../../support/builders/need.ts'
import { aGroupWithMembers, anSmeOwner, enrol, ok, type Group, type Persona } from '../../support/personas.ts'

const VILLARS = '42330'
const BAYEUX = '14047'
const SAINT_ETIENNE = '42218'

describe('needs like the one that is typed', () => {
  const app = testApp()
  let group: Group
  let other: Group
  const ids: Record<string, string> = {}
  const look = async (client: Persona, query: Record<string, string>): Promise<SimilarNeed[]> =>
    ok(await client.get(`/similar-needs?${new URLSearchParams(query)}`)).body.items
  const namesOf = (found: SimilarNeed[]) => found.map(({ card }) => Object.keys(ids).find((name) => ids[name] === card.id))

  beforeAll(async () => {
    ;[group, other] = await Promise.all([aGroupWithMembers(app, 3), aGroupWithMembers(app, 1, { name: 'Artisans de la vallée' })])
    const [one, two] = group.owners
    const closed = { visibility: 'group' as const }
    const needs = [
      ['seo', await anOpenNeed(one!, group.id, { title: 'Être trouvés en premier sur Google' })],
      ['photos', await anOpenNeed(two!, group.id, { title: 'Photos de nos vitrines', skills: ['photo'], rules: closed })],
      ['draft', await aDraftNeed(one!, group.id, { title: 'Être trouvés sur Google, encore' })],
      ['near', await anOpenNeed(other.owners[0]!, other.id, { title: 'Fiche Google', communeCode: VILLARS, gatheringClosesAt: inDays(8) })],
      ['far', await anOpenNeed(other.owners[0]!, other.id, { title: 'Vendre en ligne', communeCode: BAYEUX })],
      ['theirs', await anOpenNeed(other.owners[0]!, other.id, { title: 'Google pour tous', rules: closed })],
    ] as const
    for (const [name, need] of needs) ids[name] = need.id
    await app.drain()
  }, 60_000)

  it('come from the group and from nearby, the most alike first, with the reasons, without what the reader may not see', async () => {
    const asked = { title: 'Référencement sur Google', skills: 'local-seo', communeCode: SAINT_ETIENNE, groupId: group.id }
    const found = await look(group.owners[2]!, asked)
    expect(namesOf(found)).toEqual(['seo', 'near'])
    expect(found[0]).toMatchObject({
      reasons: ['same_words', 'same_skills', 'same_group', 'same_commune'],
      sharedSkills: ['local-seo'],
      lots: { common: 2, own: 1 },
      join: { allowed: true },
    })
    expect(found[1]).toMatchObject({ reasons: ['same_words', 'same_skills', 'near'], join: { allowed: false, reason: 'NOT_A_MEMBER' } })
    expect(namesOf(await look(other.owners[0]!, { ...asked, groupId: other.id }))).toEqual(['theirs', 'near', 'seo', 'far'])
  })

  it('are found by words alone, by a skill alone, and not without either', async () => {
    const firm = group.owners[0]!
    expect(namesOf(await look(firm, { title: 'photo des vitrines', groupId: group.id }))).toEqual(['photos'])
    expect(namesOf(await look(firm, { skills: 'photo', communeCode: SAINT_ETIENNE, groupId: group.id }))).toEqual(['photos'])
    expect(await look(firm, { title: 'Pour nos', communeCode: SAINT_ETIENNE, groupId: group.id })).toEqual([])
    expect(await look(firm, { title: 'Être trouvés sur Google', groupId: group.id, exceptNeedId: ids['seo']! })).toEqual([])
  })

  it('are asked of a commune that exists', async () => {
    expect(await group.owners[0]!.get('/similar-needs?title=site&communeCode=00000')).toMatchObject({ status: 422 })
  })
})

describe('firms that could share a need', () => {
  const app = testApp()
  let group: Group
  let needId: string
  const likely = async (client: Persona): Promise<LikelyFirms['items']> => ok(await client.get(`/needs/${needId}/likely-firms`)).body.items
  const invite = (client: Persona, firmId: string) => client.post(`/needs/${needId}/firm-invitations`, { firmId })
  const address = (street: string) => ({ street, postcode: '42000', commune: 'Saint-Étienne', communeCode: SAINT_ETIENNE })

  beforeAll(async () => {
    group = await aGroupWithMembers(app, 3)
    const others = [
      await anSmeOwner(app, {
        name: 'Fleurs Gambetta',
        activity: { code: '47.76Z', nomenclature: 'NAF2' },
        address: address('3 bis rue Gambetta'),
      }),
      await anSmeOwner(app, {
        name: 'Garage du Nord',
        activity: { code: '45.20A', nomenclature: 'NAF2' },
        address: address('1 quai Nord'),
      }),
      await anSmeOwner(app, {
        name: 'Librairie du Nord',
        activity: { code: '47.61Z', nomenclature: 'NAF2' },
        address: address('2 quai Nord'),
      }),
    ]
    await enrol(group.id, others)
    group.owners.push(...others)
    const [, , third, , garage, library] = group.owners
    const past = await anOpenNeed(third!, group.id)
    await aDraftPledge(garage!, past.id)
    await aDraftNeed(library!, group.id)
    needId = (await anOpenNeed(group.owners[0]!, group.id)).id
    await aReadyPledge(group.owners[1]!, needId)
    await app.drain()
  }, 60_000)

  it('are named with what their neighbours know anyway; what one prepares alone is no reason, and who is in is not named', async () => {
    const found = await likely(group.owners[0]!)
    expect(found.map(({ firm, reasons }) => [firm.name, reasons.map(({ code }) => code)])).toEqual([
      ['Entreprise 3', ['sought', 'same_trade', 'same_street']],
      ['Garage du Nord', ['sought']],
      ['Fleurs Gambetta', ['same_street']],
    ])
    expect(JSON.stringify(found)).not.toContain('Minor')
    expect(await group.owners[1]!.get(`/needs/${needId}/likely-firms`)).toMatchObject({ status: 403, body: { code: 'LEADER_ONLY' } })
  })

  it('are invited with one notice each, once, by the leader', async () => {
    const [leader, member, third, , garage] = group.owners
    const firmId = garage!.organisationId
    expect(await invite(member!, firmId)).toMatchObject({ status: 403, body: { code: 'LEADER_ONLY' } })
    const [first, second] = await Promise.all([invite(leader!, firmId), invite(leader!, firmId)])
    expect([first.status, second.status].sort()).toEqual([200, 409])
    expect([first, second].find(({ status }) => status === 409)!.body.code).toBe('ALREADY_INVITED')
    expect(await invite(leader!, member!.organisationId)).toMatchObject({ status: 409, body: { code: 'FIRM_ALREADY_IN' } })
    const outside = await anSmeOwner(app)
    expect(await invite(leader!, outside.organisationId)).toMatchObject({ status: 422, body: { code: 'FIRM_NOT_IN_GROUP' } })
    await app.drain()
    const noticesOf = async (client: Persona) => {
      const { items } = ok(await client.get('/notifications')).body as { items: { kind: string; text: string; path: string }[] }
      return items.filter(({ kind }) => kind === 'need.invited')
    }
    expect(await noticesOf(garage!)).toMatchObject([{ path: `/besoins/${needId}` }])
    expect((await noticesOf(garage!))[0]!.text).toContain('Entreprise 1')
    expect(await noticesOf(third!)).toEqual([])
    expect((await likely(leader!)).map(({ isInvited }) => isInvited)).toEqual([false, true, false])
  })
})
