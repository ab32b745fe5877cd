import { needMigrations } from '@mutuo/server/modules/needs/need.migrations.ts'
import type { NeedView } from '@mutuo/shared/needs/need.schema.ts'
import { v7 as newId } from 'uuid'
import { movesOf } from '../../support/abilities.ts'
import { testApp } from '../../support/app.ts'
import { aDraftNeed, aNeedInput, anOpenNeed, getNeed, inDays } from '../../support/builders/need.ts'
import {
  aFreelancer,
  aGroupWithMembers,
  anAssociation,
  anSmeMember,
  aPerson,
  ok,
  type Group,
  type Persona,
} from '../../support/personas.ts'

describe('posting a need', () => {
  const app = testApp()
  let group: Group
  let owner: Persona
  let other: Persona
  let association: Persona

  beforeAll(async () => {
    group = await aGroupWithMembers(app, 2)
    ;[owner, other] = group.owners as [Persona, Persona]
    association = group.association
  }, 60_000)

  it('is a draft that nobody else knows of', async () => {
    const input = aNeedInput(group.id)
    const made = await owner.post('/needs', input)
    expect(made.status).toBe(201)
    expect(made.body).toMatchObject({
      id: input.id,
      state: 'draft',
      version: 1,
      leader: { id: owner.organisationId },
      commune: 'Saint-Étienne',
      bidCount: 0,
    })
    expect(movesOf(made.body)).toEqual({ edit: true, publish: true, cancel: true })
    for (const stranger of [other, association, app.client()])
      expect(await stranger.get(`/needs/${input.id}`)).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } })
  })

  it('stays its author’s when it is given up before it was published', async () => {
    const draft = await aDraftNeed(owner, group.id)
    ok(await owner.post(`/needs/${draft.id}/cancellation`, { reason: 'Finalement non' }))
    expect(await getNeed(owner, draft.id)).toMatchObject({ state: 'cancelled' })
    for (const stranger of [other, association, app.client()]) {
      expect(await stranger.get(`/needs/${draft.id}`)).toMatchObject({ status: 404 })
      const { items } = ok(await stranger.get(`/needs?groupId=${group.id}`)).body as { items: { id: string }[] }
      expect(items.map(({ id }) => id)).not.toContain(draft.id)
    }
  })

  it('that was given up before this rule is taken back by the migration, and what was published is left as it is', async () => {
    const [draft, open] = [await aDraftNeed(owner, group.id), await anOpenNeed(owner, group.id)]
    for (const { id } of [draft, open]) ok(await owner.post(`/needs/${id}/cancellation`, { reason: 'Finalement non' }))
    const former = ['public', `group:${group.id}`, `organisation:${owner.organisationId}`]
    const needs = app.database.db().collection<{ _id: string; audience: string[] }>('needs')
    await needs.updateOne({ _id: draft.id }, { $set: { audience: former } })
    for (const migration of [...needMigrations, ...needMigrations]) await migration.run(app.database.db() as never)
    expect(await other.get(`/needs/${draft.id}`)).toMatchObject({ status: 404 })
    expect(await getNeed(other, open.id)).toMatchObject({ state: 'cancelled' })
  })

  it('is the same need when the form arrives twice, at once too', async () => {
    const input = aNeedInput(group.id)
    const answers = await Promise.all([1, 2, 3].map(() => owner.post('/needs', input)))
    expect(answers.map((answer) => answer.status)).toEqual([201, 201, 201])
    expect(new Set(answers.map((answer) => answer.body.id))).toEqual(new Set([input.id]))
    expect(
      await app.database
        .db()
        .collection('needs')
        .countDocuments({ _id: input.id as never }),
    ).toBe(1)
    expect(await other.post('/needs', input)).toMatchObject({ status: 409, body: { code: 'ALREADY_EXISTS' } })
  })

  it.each([
    ['a deadline that has passed', { gatheringClosesAt: inDays(-1) }, 'DEADLINE_PAST'],
    ['deadlines out of order', { bidsCloseAt: inDays(1) }, 'DEADLINES_OUT_OF_ORDER'],
    ['work before the vote', { startsOn: inDays(3).slice(0, 10) }, 'DEADLINES_OUT_OF_ORDER'],
    ['a target below the minimum', { minFirms: 5, targetFirms: 4 }, 'TARGET_BELOW_MINIMUM'],
    ['nothing to buy', { lots: [{ id: newId(), kind: 'own' as const, title: 'Rien', description: '', targetMinor: 0 }] }, 'LOTS_MISSING'],
    ['a town that does not exist', { communeCode: '99999' }, 'COMMUNE_UNKNOWN'],
  ])('refuses %s', async (_, change, code) => {
    expect(await owner.post('/needs', aNeedInput(group.id, change))).toMatchObject({ status: 422, body: { code } })
  })

  it('refuses malformed, foreign and hostile input with every field at fault, and keeps nothing', async () => {
    const lot = { id: newId(), kind: 'own' as const, title: 'Fiche', description: '', targetMinor: 10_000 }
    const bad = [
      { ...aNeedInput(group.id), title: '' },
      { ...aNeedInput(group.id), state: 'awarded' },
      { ...aNeedInput(group.id), skills: [{ $ne: null }] },
      { ...aNeedInput(group.id), minFirms: 2.5 },
      aNeedInput(group.id, { lots: [lot, lot] }),
      aNeedInput(group.id, { lots: [{ ...lot, targetMinor: 9e15 }] }),
      aNeedInput(group.id, { title: 'x'.repeat(141) }),
    ]
    for (const input of bad) expect(await owner.post('/needs', input)).toMatchObject({ status: 400, body: { code: 'INVALID_INPUT' } })
    const kept = await app.database
      .db()
      .collection('needs')
      .countDocuments({ _id: { $in: bad.map((input) => input.id as never) } })
    expect(kept).toBe(0)
  })

  it('is prepared by any colleague, and published by the owner alone', async () => {
    const member = await anSmeMember(app, owner)
    const draft = await aDraftNeed(member, group.id)
    expect(movesOf(draft)).toMatchObject({ edit: true, publish: 'OWNER_ONLY' })
    expect(await member.post(`/needs/${draft.id}/publication`)).toMatchObject({ status: 403, body: { code: 'OWNER_ONLY' } })
    expect(ok(await owner.post(`/needs/${draft.id}/publication`)).body.state).toBe('gathering')
  })

  it('is for members of the group and their association', async () => {
    const [stranger, freelancer, elsewhere, nobody] = await Promise.all([
      anAssociation(app),
      aFreelancer(app),
      aGroupWithMembers(app, 1),
      aPerson(app),
    ])
    for (const outsider of [stranger, freelancer, elsewhere.owners[0]!]) {
      expect(await outsider.post('/needs', aNeedInput(group.id))).toMatchObject({ status: 403, body: { code: 'NOT_A_MEMBER' } })
    }
    expect(await nobody.post('/needs', aNeedInput(group.id))).toMatchObject({ status: 403, body: { code: 'NO_ORGANISATION' } })
    expect(await owner.post('/needs', aNeedInput(newId()))).toMatchObject({ status: 404 })
    expect((await anOpenNeed(association, group.id)).leader.id).toBe(association.organisationId)
  })

  it('is edited as a draft, by one colleague at a time', async () => {
    const draft = await aDraftNeed(owner, group.id)
    const edited = ok(await owner.patch(`/needs/${draft.id}`, { version: draft.version, title: 'Un autre titre', minFirms: 2 }))
      .body as NeedView
    expect(edited).toMatchObject({
      version: 2,
      content: { title: 'Un autre titre', minFirms: 2, summary: draft.content.summary },
      funding: { firmsMissing: 2 },
    })
    expect(await owner.patch(`/needs/${draft.id}`, { version: draft.version, title: 'Trop tard' })).toMatchObject({
      status: 409,
      body: { code: 'STALE_STATE' },
    })
    expect(await owner.patch(`/needs/${draft.id}`, { version: 2, targetFirms: 1 })).toMatchObject({ status: 400 })
    expect(await owner.patch(`/needs/${draft.id}`, { version: 2, minFirms: 9 })).toMatchObject({
      status: 422,
      body: { code: 'TARGET_BELOW_MINIMUM' },
    })
    const open = ok(await owner.post(`/needs/${draft.id}/publication`)).body as NeedView
    expect(await owner.patch(`/needs/${draft.id}`, { version: open.version, title: 'Trop tard' })).toMatchObject({
      status: 409,
      body: { code: 'STALE_STATE' },
    })
  })

  it('is published once, however often the button is pressed', async () => {
    const draft = await aDraftNeed(owner, group.id)
    const answers = await Promise.all([1, 2, 3].map(() => owner.post(`/needs/${draft.id}/publication`)))
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409, 409])
    expect((await getNeed(other, draft.id)).history.map((line) => line.event)).toEqual(['need.created', 'need.published'])
  })
})

describe('a need that the association approves', () => {
  const app = testApp()

  it('waits for it, comes back with a reason, and gathers once approved', async () => {
    const { id, association, owners } = await aGroupWithMembers(app, 2, { rules: { needsApproval: true } })
    const [owner, other] = owners as [Persona, Persona]
    const draft = await aDraftNeed(owner, id)
    expect(movesOf(draft)).toMatchObject({ submit: true })
    const submitted = ok(await owner.post(`/needs/${draft.id}/publication`)).body as NeedView
    expect(submitted.state).toBe('review')
    expect(await other.get(`/needs/${draft.id}`)).toMatchObject({ status: 404 })
    expect(movesOf(await getNeed(association, draft.id))).toMatchObject({ approve: true, sendBack: true, cancel: true })
    expect(await owner.post(`/needs/${draft.id}/approval`)).toMatchObject({ status: 403, body: { code: 'ASSOCIATION_ONLY' } })

    ok(await association.post(`/needs/${draft.id}/return`, { reason: 'Précisez le deuxième lot.' }))
    expect(await getNeed(owner, draft.id)).toMatchObject({ state: 'draft', sentBackBecause: 'Précisez le deuxième lot.' })
    ok(await owner.post(`/needs/${draft.id}/publication`))
    const approved = ok(await association.post(`/needs/${draft.id}/approval`)).body as NeedView
    expect(approved.state).toBe('gathering')
    expect(approved.sentBackBecause).toBeUndefined()
    expect((await getNeed(other, draft.id)).history.map((line) => line.event)).toEqual([
      'need.created',
      'need.submitted',
      'need.sent_back',
      'need.submitted',
      'need.published',
    ])
  })

  it('stays between them when it is given up before the answer', async () => {
    const { id, association, owners } = await aGroupWithMembers(app, 2, { rules: { needsApproval: true } })
    const [owner, other] = owners as [Persona, Persona]
    const draft = await aDraftNeed(owner, id)
    ok(await owner.post(`/needs/${draft.id}/publication`))
    ok(await owner.post(`/needs/${draft.id}/cancellation`, { reason: 'Finalement non' }))
    for (const one of [owner, association]) expect(await getNeed(one, draft.id)).toMatchObject({ state: 'cancelled' })
    expect(await other.get(`/needs/${draft.id}`)).toMatchObject({ status: 404 })
  })

  it('needs nobody when it is the association’s own', async () => {
    const { id, association } = await aGroupWithMembers(app, 0, { rules: { needsApproval: true } })
    expect((await anOpenNeed(association, id)).state).toBe('gathering')
  })

  it('stands still while the group is frozen', async () => {
    const { id, association, owners } = await aGroupWithMembers(app, 1)
    const draft = await aDraftNeed(owners[0]!, id)
    ok(await association.post(`/groups/${id}/freeze`, { reason: 'Vérification des comptes' }))
    expect(movesOf(await getNeed(owners[0]!, draft.id))).toMatchObject({ publish: 'GROUP_FROZEN', edit: 'GROUP_FROZEN' })
    expect(await owners[0]!.post(`/needs/${draft.id}/publication`)).toMatchObject({ status: 409, body: { code: 'GROUP_FROZEN' } })
    expect(await owners[0]!.post('/needs', aNeedInput(id))).toMatchObject({ status: 409, body: { code: 'GROUP_FROZEN' } })
  })
})
