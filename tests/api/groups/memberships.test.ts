import { v7 as newId } from 'uuid'
import { testApp } from '../../support/app.ts'
import {
  aFreelancer,
  aGroupOf,
  aGroupWithMembers,
  anAssociation,
  anSmeMember,
  anSmeOwner,
  aPerson,
  ok,
  secretFrom,
  type Persona,
} from '../../support/personas.ts'

describe('a firm in a group', () => {
  const app = testApp()
  const requestOf = (firm: Persona, groupId: string, said: object = {}) =>
    firm.post(`/groups/${groupId}/memberships`, { id: newId(), signsCharter: true, note: 'Deux boutiques rue Gambetta', ...said })
  const membersOf = async (
    association: Persona,
    groupId: string,
  ): Promise<{ membershipId: string; state: string; firm: { id: string }; note?: string }[]> =>
    (await association.get(`/groups/${groupId}`)).body.members

  it('asks to join, waits, and is let in', async () => {
    const [association, firm] = await Promise.all([anAssociation(app), anSmeOwner(app)])
    const { id } = await aGroupOf(association)
    const asked = ok(await requestOf(firm, id)).body
    expect(asked.myMembership).toMatchObject({ state: 'requested', charterSigned: true })
    expect(asked).not.toHaveProperty('members')
    expect(await requestOf(firm, id)).toMatchObject({ status: 409, body: { code: 'ALREADY_A_MEMBER' } })
    const [member] = await membersOf(association, id)
    expect(member).toMatchObject({
      state: 'requested',
      note: 'Deux boutiques rue Gambetta',
      abilities: [
        { move: 'approve', allowed: true },
        { move: 'refuse', allowed: true },
      ],
    })
    ok(await association.post(`/groups/${id}/memberships/${member!.membershipId}/approval`))
    expect((await firm.get(`/groups/${id}`)).body).toMatchObject({ memberCount: 1, myMembership: { state: 'active' } })
    expect((await firm.get('/groups')).body.items).toHaveLength(1)
  })

  it('answers a repeated request with the first one', async () => {
    const [association, firm] = await Promise.all([anAssociation(app), anSmeOwner(app)])
    const { id } = await aGroupOf(association)
    const request = { id: newId(), signsCharter: true }
    const answers = [await firm.post(`/groups/${id}/memberships`, request), await firm.post(`/groups/${id}/memberships`, request)]
    expect(answers.map(({ status }) => status)).toEqual([201, 201])
    expect(await membersOf(association, id)).toHaveLength(1)
  })

  it('is let in once when two of the association press at the same time', async () => {
    const [association, firm] = await Promise.all([anAssociation(app), anSmeOwner(app)])
    const { id } = await aGroupOf(association)
    ok(await requestOf(firm, id))
    const [member] = await membersOf(association, id)
    const path = `/groups/${id}/memberships/${member!.membershipId}`
    const answers = await Promise.all([
      association.post(`${path}/approval`),
      association.post(`${path}/refusal`, { reason: 'Hors du périmètre' }),
      association.post(`${path}/approval`),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
  })

  it('may ask again after a refusal', async () => {
    const [association, firm] = await Promise.all([anAssociation(app), anSmeOwner(app)])
    const { id } = await aGroupOf(association)
    ok(await requestOf(firm, id))
    const [member] = await membersOf(association, id)
    ok(await association.post(`/groups/${id}/memberships/${member!.membershipId}/refusal`, { reason: 'Hors du périmètre' }))
    expect((await firm.get(`/groups/${id}`)).body).not.toHaveProperty('myMembership')
    expect((await requestOf(firm, id)).status).toBe(201)
  })

  it('is suspended, sees the inside no more, and comes back', async () => {
    const { id, association, owners } = await aGroupWithMembers(app, 2)
    const [owner] = owners as [Persona]
    const { membershipId } = (await membersOf(association, id)).find(({ firm }) => firm.id === owner.organisationId)!
    ok(await association.post(`/groups/${id}/memberships/${membershipId}/suspension`, { reason: 'Cotisation en retard' }))
    const seen = (await owner.get(`/groups/${id}`)).body
    expect(seen.myMembership.state).toBe('suspended')
    expect(seen).not.toHaveProperty('members')
    expect(seen.memberCount).toBe(1)
    expect(seen.abilities).toEqual([{ move: 'postNeed', allowed: false, reason: 'NOT_A_MEMBER' }])
    expect(await owner.post(`/groups/${id}/departure`)).toMatchObject({ status: 409, body: { code: 'STALE_STATE' } })
    ok(await association.post(`/groups/${id}/memberships/${membershipId}/restoration`))
    expect((await owner.get(`/groups/${id}`)).body.members).toHaveLength(2)
  })

  it('leaves by its owner, and may come back with a new place', async () => {
    const { id, association, owners } = await aGroupWithMembers(app, 1)
    const [owner] = owners as [Persona]
    const member = await anSmeMember(app, owner)
    expect(await member.post(`/groups/${id}/departure`)).toMatchObject({ status: 403, body: { code: 'OWNER_ONLY' } })
    const answers = await Promise.all([owner.post(`/groups/${id}/departure`), owner.post(`/groups/${id}/departure`)])
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(await membersOf(association, id)).toEqual([])
    expect((await requestOf(owner, id)).status).toBe(201)
  })

  it('is not moved by the association of another group', async () => {
    const [{ id, owners, association }, rival] = await Promise.all([aGroupWithMembers(app, 1), anAssociation(app)])
    const other = await aGroupOf(rival)
    const { membershipId } = (await membersOf(association, id))[0]!
    const reason = 'Je prends la place'
    expect(await rival.post(`/groups/${id}/memberships/${membershipId}/suspension`, { reason })).toMatchObject({
      status: 403,
      body: { code: 'ASSOCIATION_ONLY' },
    })
    expect(await rival.post(`/groups/${other.id}/memberships/${membershipId}/suspension`, { reason })).toMatchObject({
      status: 404,
      body: { code: 'NOT_FOUND' },
    })
    expect((await owners[0]!.get(`/groups/${id}`)).body.myMembership.state).toBe('active')
  })

  it('is a firm: neither a freelancer nor a person without one joins', async () => {
    const association = await anAssociation(app)
    const { id } = await aGroupOf(association)
    const [freelancer, person, owner] = await Promise.all([aFreelancer(app), aPerson(app), anSmeOwner(app)])
    const member = await anSmeMember(app, owner)
    const ask = { id: newId(), signsCharter: true }
    expect((await freelancer.post(`/groups/${id}/memberships`, ask)).body.code).toBe('WRONG_KIND_OF_ORGANISATION')
    expect((await person.post(`/groups/${id}/memberships`, ask)).body.code).toBe('NO_ORGANISATION')
    expect((await member.post(`/groups/${id}/memberships`, ask)).body.code).toBe('OWNER_ONLY')
    expect(await owner.post(`/groups/${id}/memberships`, { ...ask, signsCharter: false })).toMatchObject({
      status: 400,
      body: { code: 'INVALID_INPUT' },
    })
  })
})

describe('invitations by letter', () => {
  const app = testApp()

  it('tell for each address what became of it', async () => {
    const { id, association, owners } = await aGroupWithMembers(app, 1)
    const emails = ['fleuriste@exemple.test', ' Fleuriste@Exemple.test ', 'pas une adresse', owners[0]!.email, 'cordonnier@exemple.test']
    const { status, body } = await association.post(`/groups/${id}/invitations`, { emails, message: 'Venez, on vous attend.' })
    expect(status).toBe(201)
    expect(body.lines.map(({ outcome }: { outcome: string }) => outcome)).toEqual([
      'sent',
      'already_invited',
      'invalid',
      'already_member',
      'sent',
    ])
    const again = await association.post(`/groups/${id}/invitations`, { emails: ['fleuriste@exemple.test'] })
    expect(again.body.lines[0].outcome).toBe('already_invited')
    await app.drain()
    const letters = (await app.mails()).filter(({ template }) => template === 'groups.invitation')
    expect(letters.map(({ to }) => to).sort()).toEqual(['cordonnier@exemple.test', 'fleuriste@exemple.test'])
    expect(letters[0]!.text).toContain('Venez, on vous attend.')
    expect((await association.get(`/groups/${id}`)).body.invitations).toHaveLength(2)
  })

  it('are read before signing up, and open the group once', async () => {
    const association = await anAssociation(app)
    const { id } = await aGroupOf(association)
    ok(await association.post(`/groups/${id}/invitations`, { emails: ['boucher@exemple.test'] }))
    await app.drain()
    const token = await secretFrom(app, 'boucher@exemple.test', 'groups.invitation')
    const preview = (await app.client().get(`/invitations/${token}`)).body
    expect(preview).toMatchObject({
      email: 'boucher@exemple.test',
      group: { id, association: 'Les Vitrines du Centre', memberCount: 0 },
      charter: expect.any(String),
    })
    const [first, second] = await Promise.all([anSmeOwner(app), anSmeOwner(app)])
    const accept = (firm: Persona) => firm.post(`/invitations/${token}/acceptance`, { signsCharter: true })
    const answers = await Promise.all([accept(first), accept(second)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422])
    expect((await association.get(`/groups/${id}`)).body.invitations[0].state).toBe('accepted')
  })

  it('are refused when nobody wrote them', async () => {
    const firm = await anSmeOwner(app)
    const token = 'A'.repeat(43)
    expect((await firm.get(`/invitations/${token}`)).body.code).toBe('INVITATION_INVALID')
    expect((await firm.post(`/invitations/${token}/acceptance`, { signsCharter: true })).body.code).toBe('INVITATION_INVALID')
  })

  it('let in a firm that had asked meanwhile, with one place', async () => {
    const [association, firm] = await Promise.all([anAssociation(app), anSmeOwner(app)])
    const { id } = await aGroupOf(association)
    ok(await firm.post(`/groups/${id}/memberships`, { id: newId(), signsCharter: true }))
    ok(await association.post(`/groups/${id}/invitations`, { emails: [firm.email] }))
    await app.drain()
    const token = await secretFrom(app, firm.email, 'groups.invitation')
    ok(await firm.post(`/invitations/${token}/acceptance`, { signsCharter: true }))
    const { members } = (await association.get(`/groups/${id}`)).body
    expect(members.map(({ state }: { state: string }) => state)).toEqual(['active'])
  })

  it('lead the invited person through the opening of an account', async () => {
    const association = await anAssociation(app)
    const { id } = await aGroupOf(association)
    ok(await association.post(`/groups/${id}/invitations`, { emails: ['libraire@exemple.test'] }))
    await app.drain()
    const invitation = await secretFrom(app, 'libraire@exemple.test', 'groups.invitation')
    const form = {
      id: newId(),
      name: 'Paul Libraire',
      email: 'libraire@exemple.test',
      password: 'trois livres sur la table',
      locale: 'fr',
      invitation,
    }
    ok(await app.client().post('/accounts', form))
    await app.drain()
    const letter = (await app.mails()).findLast(({ to }) => to === 'libraire@exemple.test')
    expect(letter?.text).toContain(`invitation=${invitation}`)
  })
})
