import { transaction } from '@mutuo/server/platform/mongo/transaction.ts'
import type { PledgeView } from '@mutuo/shared/pledges/pledge.schema.ts'
import { v7 as newId } from 'uuid'
import { movesOf } from '../../support/abilities.ts'
import { testApp } from '../../support/app.ts'
import {
  aDraftPledge,
  aGroupWithOpenNeed,
  anOpenNeed,
  aPledgeInput,
  aReadyPledge,
  getNeed,
  saveCard,
  type OpenNeed,
  type PledgeInput,
} from '../../support/builders/need.ts'
import { itWhereUniquePlacesAreFreed } from '../../support/database/known-fault.ts'
import { aFreelancer, aGroupWithMembers, aPerson, anSmeMember, ok, type Persona } from '../../support/personas.ts'

describe('pledging', () => {
  const app = testApp()
  let open: OpenNeed
  let firms: Persona[]
  const pledge = (who: Persona, said: Partial<PledgeInput> = {}) => who.post(`/needs/${open.need.id}/pledges`, aPledgeInput(said))

  beforeAll(async () => {
    open = await aGroupWithOpenNeed(app, { firms: 10 })
    firms = open.owners
  }, 60_000)

  it('joins as a draft, binds with a card, and counts from then on', async () => {
    const draft = await aDraftPledge(firms[0]!, open.need.id, {
      capMinor: 95_000,
      coverMinor: 5_000,
      units: 2,
      conditions: { minFirms: 3 },
    })
    expect(draft).toMatchObject({ state: 'draft', version: 1, capMinor: 95_000, coverMinor: 5_000, units: 2, conditions: { minFirms: 3 } })
    expect(draft.card).toBeUndefined()
    expect(movesOf(draft)).toEqual({ confirm: 'PAYMENT_METHOD_MISSING', change: true, withdraw: true })
    expect((await getNeed(firms[0]!, open.need.id)).funding.firms).toBe(0)
    expect(await firms[0]!.post(`/pledges/${draft.id}/confirmation`, { version: 1, consents: true })).toMatchObject({
      status: 409,
      body: { code: 'PAYMENT_METHOD_MISSING' },
    })

    await saveCard(firms[0]!)
    expect(await firms[0]!.post(`/pledges/${draft.id}/confirmation`, { version: 1, consents: false })).toMatchObject({ status: 400 })
    const ready = ok(await firms[0]!.post(`/pledges/${draft.id}/confirmation`, { version: 1, consents: true })).body as PledgeView
    expect(ready).toMatchObject({ state: 'ready', version: 2, card: { brand: 'visa', last4: '4242' } })
    expect(movesOf(ready)).toEqual({ change: true, withdraw: true })
    const seen = await getNeed(firms[0]!, open.need.id)
    expect(seen).toMatchObject({ myPledgeId: draft.id, funding: { firms: 1, firmsMissing: 2 } })
    expect(movesOf(seen).join).toBeUndefined()
  })

  it('is the same pledge when the form arrives twice, and one pledge a firm whatever races', async () => {
    const input = aPledgeInput()
    const path = `/needs/${open.need.id}/pledges`
    const same = await Promise.all([firms[1]!.post(path, input), firms[1]!.post(path, input)])
    expect(same.map((answer) => [answer.status, answer.body.id])).toEqual([
      [201, input.id],
      [201, input.id],
    ])
    const rivals = await Promise.all([1, 2, 3, 4].map(() => pledge(firms[2]!)))
    expect(rivals.map((answer) => answer.status).sort()).toEqual([201, 409, 409, 409])
    expect(rivals.filter((answer) => answer.status === 409).every((answer) => answer.body.code === 'ALREADY_PLEDGED')).toBe(true)
    expect(await firms[3]!.post(path, input)).toMatchObject({ status: 409 })
  })

  it.each([
    ['a cap below what any firm pays', { capMinor: 15_000 }, 'CAP_BELOW_MINIMUM'],
    ['a cover that takes the whole cap', { capMinor: 90_000, coverMinor: 90_000 }, 'COVER_ABOVE_CAP'],
    [
      'a price limit above what may be asked',
      { capMinor: 90_000, coverMinor: 10_000, conditions: { maxShareMinor: 85_000 } },
      'CONDITION_ABOVE_CAP',
    ],
    ['a price that no number of firms brings', { conditions: { maxShareMinor: 1_000 } }, 'PRICE_UNREACHABLE'],
    ['a firm that is not in the group', { conditions: { excludedFirmIds: [newId()] } }, 'EXCLUDED_FIRM_UNKNOWN'],
    ['work before it can start', { conditions: { startsBefore: '2020-01-01' } }, 'START_UNREACHABLE'],
  ])('refuses %s', async (_, said, code) => {
    expect(await pledge(firms[4]!, said)).toMatchObject({ status: 422, body: { code } })
    expect(await firms[4]!.post(`/needs/${open.need.id}/pledge-preview`, withoutId(said))).toMatchObject({ status: 422, body: { code } })
  })

  it('refuses what is malformed or without bounds, and keeps nothing', async () => {
    const bad = [
      { capMinor: 1.5 },
      { capMinor: -1 },
      { capMinor: 9e15 },
      { units: 0 },
      { conditions: { minFirms: 1 } },
      { conditions: { excludedFirmIds: [] } },
      { conditions: { requiredProofs: ['siret'] } },
      { conditions: { requiredProofs: ['certificate', 'certificate'] } },
      { state: 'ready' },
      { firmId: newId() },
    ]
    for (const said of bad) expect(await pledge(firms[4]!, said as never)).toMatchObject({ status: 400, body: { code: 'INVALID_INPUT' } })
    expect((await getNeed(firms[4]!, open.need.id)).myPledgeId).toBeUndefined()
  })

  it('is for owners of firms of the group', async () => {
    const [member, freelancer, elsewhere, nobody] = await Promise.all([
      anSmeMember(app, firms[5]!),
      aFreelancer(app),
      aGroupWithMembers(app, 1),
      aPerson(app),
    ])
    expect(await pledge(member)).toMatchObject({ status: 403, body: { code: 'OWNER_ONLY' } })
    for (const outsider of [freelancer, elsewhere.owners[0]!, open.association])
      expect(await pledge(outsider)).toMatchObject({ status: 403, body: { code: 'NOT_A_MEMBER' } })
    expect(await pledge(nobody as Persona)).toMatchObject({ status: 403, body: { code: 'NO_ORGANISATION' } })
    expect(await pledge(app.client() as Persona)).toMatchObject({ status: 401, body: { code: 'SIGNED_OUT' } })
    expect(await firms[5]!.post(`/needs/${newId()}/pledges`, aPledgeInput())).toMatchObject({ status: 404 })
  })

  it('is seen by its own firm alone', async () => {
    const { id } = await aReadyPledge(firms[6]!, open.need.id, { capMinor: 87_654 })
    const member = await anSmeMember(app, firms[6]!)
    expect((await member.get(`/pledges/${id}`)).body).toMatchObject({
      id,
      capMinor: 87_654,
      abilities: [{ move: 'change', allowed: false, reason: 'OWNER_ONLY' }, { reason: 'OWNER_ONLY' }],
    })
    for (const other of [firms[0]!, open.association, await aFreelancer(app)]) {
      expect(await other.get(`/pledges/${id}`)).toMatchObject({ status: 404 })
      expect(await other.post(`/pledges/${id}/withdrawal`, { version: 2 })).toMatchObject({ status: 404 })
      expect((await other.get(`/needs/${open.need.id}`)).text).not.toContain('87654')
    }
  })

  it('is changed and confirmed anew, one colleague at a time, and withdrawn for free', async () => {
    const firm = firms[7]!
    const { id, version } = await aReadyPledge(firm, open.need.id)
    const { id: _, ...promise } = aPledgeInput({ capMinor: 120_000 })
    const changed = ok(await firm.patch(`/pledges/${id}`, { version, ...promise })).body as PledgeView
    expect(changed).toMatchObject({ state: 'draft', capMinor: 120_000, version: version + 1 })
    expect(await firm.patch(`/pledges/${id}`, { version, ...promise })).toMatchObject({ status: 409, body: { code: 'STALE_STATE' } })
    const confirmed = ok(await firm.post(`/pledges/${id}/confirmation`, { version: changed.version, consents: true })).body as PledgeView
    expect(confirmed.state).toBe('ready')
    const before = (await getNeed(firm, open.need.id)).funding.firms
    const twice = await Promise.all([1, 2].map(() => firm.post(`/pledges/${id}/withdrawal`, { version: confirmed.version })))
    expect(twice.map((answer) => answer.status).sort()).toEqual([200, 409])
    expect((await getNeed(firm, open.need.id)).funding.firms).toBe(before - 1)
  })

  itWhereUniquePlacesAreFreed()('may be made anew by a firm that had left', async () => {
    const [owner, need] = [firms[0]!, await anOpenNeed(firms[0]!, open.id)]
    const { id, version } = await aReadyPledge(owner, need.id)
    ok(await owner.post(`/pledges/${id}/withdrawal`, { version }))
    expect(await owner.post(`/needs/${need.id}/pledges`, aPledgeInput())).toMatchObject({ status: 201, body: { state: 'draft' } })
  })

  it('binds by itself once the card for it is saved, and only that one', async () => {
    const firm = firms[8]!
    const { id } = await aDraftPledge(firm, open.need.id)
    await saveCard(firm)
    const tell = (pledgeId: string | null, organisationId = firm.organisationId) =>
      transaction(async (tx) => tx.emit({ name: 'payment_method.saved', key: organisationId, data: { organisationId, pledgeId } }))
    await tell(null)
    await tell(id, firms[9]!.organisationId)
    await app.drain()
    expect((await firm.get(`/pledges/${id}`)).body.state).toBe('draft')
    await tell(id)
    await tell(id)
    await app.drain()
    expect((await firm.get(`/pledges/${id}`)).body).toMatchObject({ state: 'ready', version: 2 })
  })

  it('keeps the count right when many firms pledge and leave at once', async () => {
    const owners = firms.slice(0, 5)
    const need = await anOpenNeed(firms[0]!, open.id)
    const pledges = await Promise.all(owners.map((owner) => aReadyPledge(owner, need.id)))
    expect((await getNeed(owners[0]!, need.id)).funding).toMatchObject({
      firms: 5,
      isMinimumReached: true,
      promisedMinor: 180_000 + 5 * 15_000,
    })
    const leaving = [3, 4].map((at) => owners[at]!.post(`/pledges/${pledges[at]!.id}/withdrawal`, { version: pledges[at]!.version }))
    expect((await Promise.all(leaving)).map((answer) => answer.status)).toEqual([200, 200])
    expect((await getNeed(owners[0]!, need.id)).funding).toMatchObject({ firms: 3, promisedMinor: 180_000 + 3 * 15_000 })
  })

  it('stops while the group is frozen, except to leave', async () => {
    const { id: groupId, need, owners, association } = await aGroupWithOpenNeed(app, { firms: 2 })
    const draft = await aDraftPledge(owners[0]!, need.id)
    await saveCard(owners[0]!)
    ok(await association.post(`/groups/${groupId}/freeze`, { reason: 'Vérification des comptes' }))
    expect(await owners[1]!.post(`/needs/${need.id}/pledges`, aPledgeInput())).toMatchObject({
      status: 409,
      body: { code: 'GROUP_FROZEN' },
    })
    expect(await owners[0]!.post(`/pledges/${draft.id}/confirmation`, { version: 1, consents: true })).toMatchObject({
      status: 409,
      body: { code: 'GROUP_FROZEN' },
    })
    expect(movesOf((await owners[0]!.get(`/pledges/${draft.id}`)).body)).toEqual({
      confirm: 'GROUP_FROZEN',
      change: 'GROUP_FROZEN',
      withdraw: true,
    })
    expect((await owners[0]!.post(`/pledges/${draft.id}/withdrawal`, { version: 1 })).body.state).toBe('withdrawn')
  })

  it('keeps its firm in the group until it is over', async () => {
    const { id: groupId, need, owners } = await aGroupWithOpenNeed(app, { firms: 2 })
    const { id, version } = await aReadyPledge(owners[1]!, need.id)
    expect(await owners[1]!.post(`/groups/${groupId}/departure`)).toMatchObject({
      status: 409,
      body: { code: 'MEMBER_HAS_LIVE_COMMITMENT' },
    })
    ok(await owners[1]!.post(`/pledges/${id}/withdrawal`, { version }))
    expect((await owners[1]!.post(`/groups/${groupId}/departure`)).status).toBe(200)
  })
})

const withoutId = (said: Partial<PledgeInput>) => {
  const { id: _, ...promise } = aPledgeInput(said)
  return promise
}
