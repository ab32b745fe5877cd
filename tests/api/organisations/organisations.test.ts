import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { forgetRegister } from '@mutuo/server/modules/organisations/register.ts'
import { useConfig } from '@mutuo/server/platform/config.ts'
import { v7 as newId } from 'uuid'
import { testApp } from '../../support/app.ts'
import { anOrganisationInput } from '../../support/builders/organisation.ts'
import { aSiret } from '../../support/builders/siret.ts'
import { aFreelancer, aPerson, anSmeMember, anSmeOwner, found, ok, PASSWORD, secretFrom } from '../../support/personas.ts'

describe('founding an organisation', () => {
  const app = testApp()

  it('makes the person its owner, for whom the session acts', async () => {
    const person = await aPerson(app)
    const input = anOrganisationInput('sme', { siret: '35600000000048' })
    const { status, body } = await person.post('/organisations', input)
    expect(status).toBe(201)
    expect(body.active).toMatchObject({ id: input.id, name: 'Boulangerie Perrin', kind: 'sme', role: 'owner' })
    const shown = (await person.get(`/organisations/${input.id}`)).body
    expect(shown).toMatchObject({ initials: 'BP', commune: 'Saint-Étienne', units: 2, isSiretVerified: false })
    expect(shown.colour).toBeGreaterThanOrEqual(0)
    // The VAT number follows from the SIREN 356 000 000.
    expect(shown.own).toMatchObject({
      siret: '35600000000048',
      vatNumber: 'FR39356000000',
      members: [{ userId: person.userId, role: 'owner' }],
    })
  })

  it('answers a repeat with the same organisation', async () => {
    const person = await aPerson(app)
    const input = anOrganisationInput('sme')
    const answers = await Promise.all([person.post('/organisations', input), person.post('/organisations', input)])
    expect(answers.map(({ status }) => status)).toEqual([201, 201])
    expect((await person.get('/session')).body.organisations).toHaveLength(1)
  })

  it('keeps a SIRET for one organisation, even when two come at once', async () => {
    const siret = aSiret()
    const people = await Promise.all([aPerson(app), aPerson(app), aPerson(app)])
    const answers = await Promise.all(people.map((person) => person.post('/organisations', anOrganisationInput('sme', { siret }))))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(answers.filter(({ body }) => body.code === 'SIRET_ALREADY_USED')).toHaveLength(2)
  })

  it.each([
    ['a SIRET with a wrong key', { siret: '12345678901234' }, 'SIRET_INVALID'],
    [
      'a town that does not exist',
      { address: { street: '1 rue', postcode: '42000', commune: 'X', communeCode: '99999' } },
      'COMMUNE_UNKNOWN',
    ],
    ['an activity that does not exist', { activity: { code: '99.71C', nomenclature: 'NAF2' as const } }, 'ACTIVITY_UNKNOWN'],
  ])('refuses %s', async (_, said, code) => {
    const person = await aPerson(app)
    expect(await person.post('/organisations', anOrganisationInput('sme', said))).toMatchObject({ status: 422, body: { code } })
    expect((await person.get('/session')).body.organisations).toEqual([])
  })

  it('does not take the id of another one', async () => {
    const owner = await anSmeOwner(app)
    const other = await aPerson(app)
    const input = anOrganisationInput('sme', { id: owner.organisationId })
    expect(await other.post('/organisations', input)).toMatchObject({ status: 409, body: { code: 'ALREADY_EXISTS' } })
    expect((await other.get('/session')).body.active).toBeNull()
  })
})

describe('an organisation', () => {
  const app = testApp()

  it('shows others its trade, and its own people the rest', async () => {
    const [owner, other] = await Promise.all([aFreelancer(app), anSmeOwner(app)])
    const { body } = await other.get(`/organisations/${owner.organisationId}`)
    expect(body).toMatchObject({ name: 'Inès Morel', skills: ['local-seo', 'web-site'], dayRateMinor: 42_000 })
    expect(body).not.toHaveProperty('own')
    expect((await owner.get(`/organisations/${owner.organisationId}`)).body.own.address.street).toBe('12 rue Gambetta')
    expect((await other.get(`/organisations/${newId()}`)).status).toBe(404)
  })

  it('is changed by an owner, one change at a time', async () => {
    const owner = await anSmeOwner(app)
    const member = await anSmeMember(app, owner)
    const path = `/organisations/${owner.organisationId}`
    const { version } = (await owner.get(path)).body
    expect((await member.patch(path, { version, name: 'À moi' })).body.code).toBe('OWNER_ONLY')
    const answers = await Promise.all(['Un', 'Deux'].map((headline) => owner.patch(path, { version, headline })))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect((await owner.patch(path, { version, siret: aSiret() })).status).toBe(400)
  })

  it('is joined by the colleague to whom the letter was written, once', async () => {
    const owner = await anSmeOwner(app)
    const [colleague, stranger] = await Promise.all([aPerson(app), aPerson(app)])
    ok(await owner.post(`/organisations/${owner.organisationId}/colleagues`, { email: colleague.email, role: 'member' }))
    await app.drain()
    const token = await secretFrom(app, colleague.email, 'organisations.invite-colleague')
    expect((await stranger.post('/colleague-invitations/acceptance', { token })).body.code).toBe('TOKEN_INVALID')
    const joined = ok(await colleague.post('/colleague-invitations/acceptance', { token })).body
    expect(joined.active).toMatchObject({ id: owner.organisationId, role: 'member' })
    expect((await colleague.post('/colleague-invitations/acceptance', { token })).body.code).toBe('TOKEN_INVALID')
  })

  it('loses a colleague at once, and never its last owner', async () => {
    const owner = await anSmeOwner(app)
    const member = await anSmeMember(app, owner)
    const path = `/organisations/${owner.organisationId}/colleagues`
    expect((await member.delete(`${path}/${owner.userId}`)).body.code).toBe('OWNER_ONLY')
    expect((await owner.delete(`${path}/${owner.userId}`)).body.code).toBe('LAST_OWNER')
    const socket = await member.socket()
    ok(await owner.delete(`${path}/${member.userId}`))
    await socket.closed()
    expect((await member.get('/session')).body).toMatchObject({ organisations: [], active: null })
    expect((await member.get(`/organisations/${owner.organisationId}`)).body).not.toHaveProperty('own')
  })

  it('is not remembered by the next person of the same browser', async () => {
    const owner = await anSmeOwner(app)
    const other = await aPerson(app)
    ok(await owner.delete('/session'))
    await owner.get('/session')
    ok(await owner.post('/session', { email: other.email, password: PASSWORD }))
    expect((await owner.get('/session')).body).toMatchObject({ user: { id: other.userId }, active: null })
  })
})

describe('towns', () => {
  const app = testApp()
  const namesOf = async (q: string): Promise<string[]> =>
    (await app.client().get(`/communes?q=${encodeURIComponent(q)}`)).body.items.map(({ name }: { name: string }) => name)

  it('are found by the beginning of a name, without accents, or of a postcode', async () => {
    expect((await namesOf('saint et'))[0]).toBe('Saint-Étienne')
    expect((await namesOf('SAINT-ÉTIENNE'))[0]).toBe('Saint-Étienne')
    expect(await namesOf('42000')).toEqual(['Saint-Étienne'])
    expect((await namesOf("l'hay"))[0]).toBe('L’Haÿ-les-Roses'.replace('’', "'"))
    expect(await namesOf('xyzxyz')).toEqual([])
  })
})

describe('the register of establishments', () => {
  const app = testApp()
  const register = createServer((req, res) => {
    const siret = new URL(req.url ?? '', 'http://register').searchParams.get('q') ?? ''
    if (siret === broken) return void res.writeHead(500).end()
    if (siret === slow) return
    const found = {
      siret,
      numero_voie: '4',
      type_voie: 'PLACE',
      libelle_voie: 'DU PEUPLE',
      code_postal: '42000',
      commune: '42218',
      activite_principale: '10.71C',
    }
    res.setHeader('content-type', 'application/json')
    res.end(
      JSON.stringify({
        results: siret === missing ? [] : [{ nom_complet: 'BOULANGERIE DU PEUPLE', siege: found, matching_etablissements: [found] }],
      }),
    )
  })
  const [missing, broken, slow] = [aSiret(), aSiret(), aSiret()]

  beforeAll(async () => {
    await new Promise<void>((resolve) => register.listen(0, 'localhost', resolve))
    useConfig({ ...app.config, sireneApiUrl: `http://localhost:${(register.address() as AddressInfo).port}` })
  })
  beforeEach(forgetRegister)
  afterAll(() => {
    register.closeAllConnections()
    register.close()
  })

  it('fills the form', async () => {
    const person = await aPerson(app)
    const siret = aSiret()
    expect((await person.get(`/sirets/${siret}`)).body).toEqual({
      siret,
      outcome: 'found',
      name: 'BOULANGERIE DU PEUPLE',
      address: { street: '4 PLACE DU PEUPLE', postcode: '42000', commune: 'Saint-Étienne', communeCode: '42218' },
      activity: { code: '10.71C', nomenclature: 'NAF2' },
      vatNumber: expect.stringMatching(/^FR\d{11}$/),
    })
  })

  it('verifies the SIRET of an organisation after it was founded', async () => {
    const owner = await found(await aPerson(app), 'sme')
    await app.drain()
    const { body } = await owner.get(`/organisations/${owner.organisationId}`)
    expect(body).toMatchObject({ isSiretVerified: true, proofs: [{ kind: 'siret', isVerified: true }] })
  })

  it.each([
    ['does not know it', missing],
    ['fails', broken],
    ['is too slow', slow],
  ])('is no obstacle when it %s', async (_, siret) => {
    const person = await aPerson(app)
    expect(await person.get(`/sirets/${siret}`)).toMatchObject({ status: 200, body: { siret, outcome: 'unknown' } })
  })

  it('is not asked for a number with a wrong key', async () => {
    const person = await aPerson(app)
    expect(await person.get('/sirets/12345678901234')).toMatchObject({ status: 422, body: { code: 'SIRET_INVALID' } })
  })

  it('does not stop an organisation from being founded', async () => {
    const person = await aPerson(app)
    await found(person, 'sme', { siret: broken })
    await app.drain()
    expect((await person.get('/session')).body.active.name).toBe('Boulangerie Perrin')
  })
})
