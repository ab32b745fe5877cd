import { v7 as newId } from 'uuid'
import { testApp } from '../../support/app.ts'
import { aGroupInput } from '../../support/builders/group.ts'
import {
  aFreelancer,
  aGroupOf,
  aGroupWithMembers,
  anAdmin,
  anAssociation,
  anSmeMember,
  anSmeOwner,
  joinByLink,
  ok,
  type Persona,
} from '../../support/personas.ts'

const movesOf = (body: { abilities: { move: string; allowed: boolean; reason?: string }[] }) =>
  Object.fromEntries(body.abilities.map(({ move, allowed, reason }) => [move, allowed || reason]))

describe('a group', () => {
  const app = testApp()

  it('is opened by an association with its charter and rules, and shows it everything', async () => {
    const association = await anAssociation(app)
    const input = aGroupInput({ rules: { commissionBp: 300, ballotMethod: 'approval' } })
    const { status, body } = await association.post('/groups', input)
    expect(status).toBe(201)
    expect(body).toMatchObject({
      id: input.id,
      version: 1,
      state: 'active',
      commune: 'Saint-Étienne',
      memberCount: 0,
      charter: input.charter,
      charterVersion: 1,
      members: [],
      invitations: [],
      rules: { commissionBp: 300, ballotMethod: 'approval', quorumHeadsBp: 5000, tacitAcceptanceDays: 14 },
    })
    expect(body.inviteLink).toMatch(new RegExp(`^${app.url}/invitation/[A-Za-z0-9_-]{43}$`))
    expect(movesOf(body)).toEqual({ edit: true, invite: true, freeze: true, postNeed: true })
    expect((await association.get('/groups')).body.items.map((group: { id: string }) => group.id)).toEqual([input.id])
  })

  it('is the same group when the form arrives twice', async () => {
    const association = await anAssociation(app)
    const input = aGroupInput()
    const [first, second] = [await association.post('/groups', input), await association.post('/groups', input)]
    expect([first.status, second.status]).toEqual([201, 201])
    expect(second.body.id).toBe(first.body.id)
    expect(await (await anAssociation(app)).post('/groups', input)).toMatchObject({ status: 409, body: { code: 'ALREADY_EXISTS' } })
  })

  it('is not opened by a firm, nor in a town that does not exist', async () => {
    const [association, firm] = await Promise.all([anAssociation(app), anSmeOwner(app)])
    expect(await firm.post('/groups', aGroupInput())).toMatchObject({ status: 403, body: { code: 'ASSOCIATION_ONLY' } })
    expect(await association.post('/groups', aGroupInput({ communeCode: '99999' }))).toMatchObject({
      status: 422,
      body: { code: 'COMMUNE_UNKNOWN' },
    })
  })

  it('keeps every version of its charter, and asks members to sign the new one', async () => {
    const { id, association, owners } = await aGroupWithMembers(app, 1)
    const [owner] = owners as [Persona]
    const before = (await association.get(`/groups/${id}`)).body
    const { body } = ok(await association.patch(`/groups/${id}`, { version: before.version, charter: 'Nouvelle charte.' }))
    expect(body).toMatchObject({ charter: 'Nouvelle charte.', charterVersion: 2 })
    const seen = (await owner.get(`/groups/${id}`)).body
    expect(seen.myMembership.charterSigned).toBe(false)
    expect(movesOf(seen)).toMatchObject({ signCharter: true })
    expect((await owner.post(`/groups/${id}/charter-signature`, { charterVersion: 1 })).body.code).toBe('STALE_STATE')
    const signed = ok(await owner.post(`/groups/${id}/charter-signature`, { charterVersion: 2 })).body
    expect(signed.myMembership.charterSigned).toBe(true)
    expect(movesOf(signed)).not.toHaveProperty('signCharter')
    const kept = await app.database.db().collection('charters').find({ groupId: id }).sort({ version: 1 }).toArray()
    expect(kept.map(({ version, text }) => [version, text])).toEqual([
      [1, before.charter],
      [2, 'Nouvelle charte.'],
    ])
  })

  it('takes one of two changes made at once', async () => {
    const association = await anAssociation(app)
    const { id } = await aGroupOf(association)
    const answers = await Promise.all(['Un', 'Deux', 'Trois'].map((name) => association.patch(`/groups/${id}`, { version: 1, name })))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
  })

  it('shows an outside firm enough to choose, and nobody inside', async () => {
    const { id, owners } = await aGroupWithMembers(app, 2)
    const [other, freelancer] = await Promise.all([anSmeOwner(app), aFreelancer(app)])
    const { body } = await other.get(`/groups/${id}`)
    expect(body).toMatchObject({ id, memberCount: 2, charter: expect.any(String) })
    for (const hidden of ['members', 'invitations', 'inviteLink', 'myMembership']) expect(body).not.toHaveProperty(hidden)
    expect(movesOf(body)).toEqual({ requestMembership: true })
    const seen = (await freelancer.get(`/groups/${id}`)).body
    expect(seen).not.toHaveProperty('charter')
    expect(movesOf(seen)).toEqual({})
    for (const owner of owners) expect(JSON.stringify([body, seen])).not.toContain(owner.organisationId)
  })

  it('shows members each other, without what is for the association', async () => {
    const { id, association, owners } = await aGroupWithMembers(app, 2)
    const [owner] = owners as [Persona]
    const { body } = await owner.get(`/groups/${id}`)
    expect(body.members).toHaveLength(2)
    expect(body.members[0]).not.toHaveProperty('headcount')
    expect(body.members[0]).toMatchObject({ state: 'active', units: 2, abilities: [] })
    expect(body).not.toHaveProperty('inviteLink')
    expect(body).not.toHaveProperty('invitations')
    expect(movesOf(body)).toEqual({ leave: true, postNeed: true })
    const all = (await association.get(`/groups/${id}`)).body.members
    expect(all[0]).toMatchObject({ headcount: 4, charterSignedAt: expect.any(String) })
  })

  it('tells a member who is not the owner why it may not sign or leave', async () => {
    const { id, owners } = await aGroupWithMembers(app, 1)
    const member = await anSmeMember(app, owners[0]!)
    expect(movesOf((await member.get(`/groups/${id}`)).body)).toEqual({ leave: 'OWNER_ONLY', postNeed: true })
  })

  it('is frozen with a reason that its members read, and by an administrator too', async () => {
    const { id, association, owners } = await aGroupWithMembers(app, 1)
    const [owner] = owners as [Persona]
    const admin = await anAdmin(app)
    expect(await owner.post(`/groups/${id}/freeze`, { reason: 'non' })).toMatchObject({ status: 403, body: { code: 'ASSOCIATION_ONLY' } })
    const frozen = ok(await association.post(`/groups/${id}/freeze`, { reason: 'Litige en cours' })).body
    expect(movesOf(frozen)).toMatchObject({ unfreeze: true, postNeed: 'GROUP_FROZEN' })
    expect((await owner.get(`/groups/${id}`)).body).toMatchObject({ state: 'frozen', frozenBecause: 'Litige en cours' })
    expect(await association.post(`/groups/${id}/freeze`, { reason: 'encore' })).toMatchObject({
      status: 409,
      body: { code: 'STALE_STATE' },
    })
    expect(ok(await admin.post(`/groups/${id}/unfreeze`, { reason: 'Réglé' })).body.state).toBe('active')
    await app.drain()
    const lines = await app.database
      .db()
      .collection('audit_log')
      .find({ object: `group:${id}` })
      .toArray()
    expect(lines.map(({ action }) => action)).toEqual(expect.arrayContaining(['group.create', 'group.freeze', 'group.unfreeze']))
  })

  it('is found by firms around it, the nearest first', async () => {
    const association = await anAssociation(app)
    const [roanne, saintEtienne, villars] = await Promise.all(
      ['42187', '42218', '42330'].map((communeCode) => aGroupOf(association, { communeCode, name: `Près de ${communeCode}` })),
    )
    const firm = await anSmeOwner(app)
    const ids: string[] = (await firm.get('/groups/near')).body.items.map((group: { id: string }) => group.id)
    const places = [saintEtienne, villars, roanne].map((group) => ids.indexOf(group!.id))
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(places).not.toContain(-1)
    expect((await firm.get('/groups/near?communeCode=75056')).body.items).toEqual([])
  })

  it('is unknown when it does not exist', async () => {
    const firm = await anSmeOwner(app)
    expect(await firm.get(`/groups/${newId()}`)).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } })
  })

  it('counts a firm once however often its owner presses the button', async () => {
    const [association, firm] = await Promise.all([anAssociation(app), anSmeOwner(app)])
    const { id } = await aGroupOf(association)
    const { url } = (await association.post(`/groups/${id}/invite-link`)).body
    const path = `/invitations/${url.split('/').at(-1)}/acceptance`
    const answers = await Promise.all(Array.from({ length: 4 }, () => firm.post(path, { signsCharter: true })))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(answers.filter(({ body }) => body.code === 'ALREADY_A_MEMBER')).toHaveLength(3)
    expect(await app.database.db().collection('memberships').countDocuments({ groupId: id })).toBe(1)
  })

  it('ends a link when a new one is made', async () => {
    const [association, firm] = await Promise.all([anAssociation(app), anSmeOwner(app)])
    const { id } = await aGroupOf(association)
    const former = (await association.get(`/groups/${id}`)).body.inviteLink.split('/').at(-1)
    expect((await app.client().get(`/invitations/${former}`)).status).toBe(200)
    await joinByLink(association, id, [firm])
    expect(await app.client().get(`/invitations/${former}`)).toMatchObject({ status: 422, body: { code: 'INVITATION_INVALID' } })
  })
})
