import { setClock, systemClock } from '@mutuo/server/platform/clock.ts'
import type { AmendmentChange, AmendmentList, AmendmentView } from '@mutuo/shared/missions/amendment.schema.ts'
import type { ContractView } from '@mutuo/shared/missions/contract.schema.ts'
import { v7 as newId } from 'uuid'
import { testApp } from '../../support/app.ts'
import { expectBooksToBalance } from '../../support/books.ts'
import { anAwardedMission, deliver, getMission, type Running } from '../../support/builders/mission.ts'
import { ok, type Persona } from '../../support/personas.ts'

const dayMs = 24 * 3600 * 1000

describe('an amendment of a mission under way', () => {
  const app = testApp({ stripe: true })
  let running: Running
  let baker: Persona, florist: Persona, cheese: Persona, freelancer: Persona
  afterAll(() => setClock(systemClock))

  const path = () => `/missions/${running.missionId}/amendments`
  const steps = async (who = freelancer) => (await getMission(who, running.missionId)).milestones
  const ask = (who: Persona, changes: AmendmentChange[], more: object = {}) =>
    who.post(path(), { id: newId(), reason: 'Le marché est avancé', changes, password: who.password, ...more })
  const propose = async (who: Persona, changes: AmendmentChange[]) => ok(await ask(who, changes)).body as AmendmentView
  const approve = (who: Persona, { id }: AmendmentView, password = who.password) => who.post(`${path()}/${id}/approval`, { password })
  const refuse = (who: Persona, { id }: AmendmentView) => who.post(`${path()}/${id}/refusal`, { reason: 'Trop tôt' })
  const list = async (who: Persona) => ok(await who.get(path())).body as AmendmentList
  const latest = async (who = freelancer) => (await list(who)).items[0]!
  const settle = async (who: Persona, amendment: AmendmentView) => {
    ok(await who.post(`${path()}/${amendment.id}/withdrawal`))
    await app.drain()
  }
  const later = async (at: number, dueOn: string): Promise<AmendmentChange[]> => [
    { kind: 'date', milestoneId: (await steps())[at]!.id, dueOn },
  ]

  beforeAll(async () => {
    running = await anAwardedMission(app, { firms: 3 })
    ;[baker, florist, cheese] = running.owners as [Persona, Persona, Persona]
    freelancer = running.bidders[0]!
  }, 120_000)

  it('is proposed by the freelancer, by who leads or by the association, with the password', async () => {
    const changes = await later(1, '2031-05-01')
    const codes = async (who: Persona, more = {}) => (await ask(who, changes, more)).body.code
    expect(await codes(florist)).toBe('LEADER_ONLY')
    expect(await codes(running.bidders[1]!)).toBe('NOT_FOUND')
    expect(await codes(freelancer, { password: 'un autre mot de passe' })).toBe('STEP_UP_REQUIRED')
    const amendment = await propose(freelancer, changes)
    expect(amendment).toMatchObject({ state: 'proposed', turn: 1, answers: [{ role: 'freelancer', approves: true }] })
    expect(amendment.awaited.map(({ organisation }) => organisation.id).sort()).toEqual(running.owners.map((o) => o.organisationId).sort())
    await settle(freelancer, amendment)
    expect((await latest()).state).toBe('withdrawn')
  })

  it('is one at a time, also of two that are proposed at once; the same id twice is the same', async () => {
    const changes = await later(1, '2031-05-02')
    const answers = await Promise.all([ask(freelancer, changes), ask(baker, changes), ask(running.association, changes)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
    expect(answers.filter(({ status }) => status === 409).map(({ body }) => body.code)).toEqual([
      'AMENDMENT_ALREADY_OPEN',
      'AMENDMENT_ALREADY_OPEN',
    ])
    expect((await list(freelancer)).abilities).toEqual([{ move: 'propose', allowed: false, reason: 'AMENDMENT_ALREADY_OPEN' }])
    const at = answers.findIndex(({ status }) => status === 200)
    const [proposer, made] = [[freelancer, baker, running.association][at]!, answers[at]!.body as AmendmentView]
    expect((await ask(proposer, changes, { id: made.id })).body.id).toBe(made.id)
    expect((await ask([baker, freelancer][at === 0 ? 0 : 1]!, changes, { id: made.id })).body.code).toBe('ALREADY_EXISTS')
    await settle(proposer, made)
  })

  it('is refused where a rise is not worth a charge, where it touches what it may not, or is another’s to change', async () => {
    const [, second] = await steps()
    const price = (netMinor: number): AmendmentChange[] => [{ kind: 'price', milestoneId: second!.id, netMinor }]
    const over = await ask(freelancer, price(second!.amountMinor! + 200))
    expect([over.status, over.body.code, over.body.params]).toEqual([409, 'AMENDMENT_RISE_TOO_SMALL', { leastMinor: 100 }])
    expect((await ask(freelancer, [{ kind: 'remove', milestoneId: newId() }])).body.code).toBe('MILESTONE_NOT_AMENDABLE')
    expect((await ask(freelancer, await later(1, '2020-01-01'))).body.code).toBe('DUE_DAY_PASSED')
    expect((await ask(freelancer, [])).status).toBe(400)
  })

  it('is answered once a party, with the password, and applied by the word that makes it agreed', async () => {
    const [, second] = await steps()
    const amendment = await propose(freelancer, [
      { kind: 'scope', milestoneId: second!.id, title: 'Le site, sans la caisse', description: 'La caisse attendra.' },
      ...(await later(1, '2031-06-01')),
    ])
    expect((await approve(baker, amendment, 'un autre mot de passe')).body.code).toBe('STEP_UP_REQUIRED')
    expect((await approve(running.association, amendment)).body.code).toBe('NOT_A_PARTY')
    ok(await refuse(cheese, amendment))
    expect((await approve(cheese, amendment)).body.code).toBe('ALREADY_ACCEPTED')
    expect((await latest()).state).toBe('proposed')
    const answers = await Promise.all([approve(baker, amendment), approve(florist, amendment)])
    for (const answer of answers) ok(answer)
    await app.drain()
    expect(await latest()).toMatchObject({ state: 'applied', abilities: [] })
    expect((await steps(cheese))[1]).toMatchObject({
      title: 'Le site, sans la caisse',
      dueOn: '2031-06-01',
      amountMinor: second!.amountMinor,
    })
    const contract = ok(await baker.get(`/missions/${running.missionId}/contract`)).body as ContractView
    expect(contract).toMatchObject({ version: 2, amendmentTurn: amendment.turn })
    expect(contract.acceptances.map(({ organisationId }) => organisationId).sort()).toEqual(
      [freelancer, baker, florist].map(({ organisationId }) => organisationId).sort(),
    )
    const first = ok(await baker.get(`/missions/${running.missionId}/contract?version=1`)).body as ContractView
    expect(first.milestones[1]!.title).toBe(second!.title)
    await expectBooksToBalance(app)
  })

  it('falls as soon as it cannot be agreed any more', async () => {
    const amendment = await propose(freelancer, await later(1, '2031-07-01'))
    ok(await refuse(baker, amendment))
    ok(await refuse(florist, amendment))
    await app.drain()
    const { state, answers } = await latest(cheese)
    expect([state, answers.filter(({ approves }) => !approves).map(({ reason }) => reason)]).toEqual(['refused', ['Trop tôt', 'Trop tôt']])
  })

  it('gives each firm its own part of a lower price back, and moves nothing that is accepted', async () => {
    const first = await deliver(app, running)
    for (const owner of running.owners.slice(0, 2)) ok(await owner.post(`/missions/${running.missionId}/milestones/${first.id}/acceptance`))
    await app.drain()
    const before = await getMission(baker, running.missionId)
    const [released, second] = before.milestones
    expect(released!.state).toBe('released')
    const amendment = await propose(baker, [{ kind: 'price', milestoneId: second!.id, netMinor: second!.amountMinor! - 10_000 }])
    expect(amendment.my!.beforeMinor).toBe(before.my!.netMinor)
    ok(await approve(florist, amendment))
    ok(await approve(freelancer, amendment))
    await app.drain()
    const after = await getMission(baker, running.missionId)
    expect(after.milestones[0]).toEqual(released)
    expect(after.my!.netMinor).toBe((await latest(baker)).my!.afterMinor)
    expect(after.totalMinor).toBe(before.totalMinor - 10_000)
    expect(after.my!.state).toBe('paid')
    const { mine, all } = ok(await baker.get(`/missions/${running.missionId}/money`)).body
    expect(mine.refundedMinor).toBe(before.my!.grossMinor - after.my!.grossMinor)
    expect(mine.refundedMinor).toBeGreaterThan(0)
    expect(all.refundedMinor).toBe(10_000)
    await expectBooksToBalance(app)
  }, 60_000)

  it('cuts a milestone in two without anybody paying more, and takes one out', async () => {
    const [, second, third] = await steps()
    const half = 20_000
    const added = newId()
    const cut: AmendmentChange[] = [
      { kind: 'price', milestoneId: second!.id, netMinor: second!.amountMinor! - half },
      { kind: 'add', milestoneId: added, lotId: second!.lot.id, title: 'La suite', description: '', dueOn: '2031-09-01', netMinor: half },
    ]
    for (const changes of [cut, [{ kind: 'remove', milestoneId: added } as const]]) {
      const amendment = await propose(freelancer, changes)
      ok(await approve(baker, amendment))
      ok(await approve(florist, amendment))
      await app.drain()
      expect((await latest()).state).toBe('applied')
      await expectBooksToBalance(app)
    }
    const after = await getMission(baker, running.missionId)
    expect(after.endsOn).toBe('2031-09-01')
    expect(after.milestones.find(({ id }) => id === added)).toMatchObject({ state: 'cancelled', amountMinor: 0 })
    const nothing = [second!.id, third!.id].map((milestoneId): AmendmentChange => ({ kind: 'remove', milestoneId }))
    expect((await ask(freelancer, nothing)).body.code).toBe('AMENDMENT_LEAVES_NOTHING')
  }, 60_000)

  it('of one firm’s own lot is its own affair: a rival neither reads it nor is asked', async () => {
    const [, , own] = await steps(florist)
    const changes: AmendmentChange[] = [
      { kind: 'price', milestoneId: own!.id, firmId: florist.organisationId, netMinor: own!.myAmountMinor! - 1_003 },
    ]
    expect((await ask(baker, changes)).body.code).toBe('NOT_YOUR_LOT')
    const amendment = await propose(freelancer, changes)
    expect((await list(baker)).items.map(({ id }) => id)).not.toContain(amendment.id)
    expect((await getMission(baker, running.missionId)).amendment).toBeUndefined()
    expect((await approve(baker, amendment)).status).toBe(404)
    expect((await getMission(florist, running.missionId)).amendment).toMatchObject({ turn: amendment.turn, awaitsMe: true })
    const shareOf = async (who: Persona) => (await getMission(who, running.missionId)).my!
    const before = [await shareOf(baker), await shareOf(florist)]
    ok(await approve(florist, amendment))
    await app.drain()
    const after = [await shareOf(baker), await shareOf(florist)]
    expect(after.map(({ netMinor }, at) => before[at]!.netMinor - netMinor)).toEqual([0, 1_003])
    expect((await latest(florist)).milestones[0]!.after).toMatchObject({ myAmountMinor: own!.myAmountMinor! - 1_003 })
    await expectBooksToBalance(app)
  })

  it('no longer holds once a milestone that it is about is accepted in part: late words are told so', async () => {
    const amendment = await propose(freelancer, await later(1, '2031-08-01'))
    const second = await deliver(app, running, 1)
    ok(await approve(baker, amendment))
    ok(await cheese.post(`/missions/${running.missionId}/milestones/${second.id}/acceptance`))
    expect((await approve(florist, amendment)).body.code).toBe('AMENDMENT_OUTDATED')
    await app.drain()
    expect((await latest()).state).toBe('expired')
    expect((await steps())[1]!.dueOn).toBe('2031-06-01')
  })

  it('falls after fourteen days without agreement, and whoever comes late is told', async () => {
    const { id, ...amendment } = await propose(freelancer, [{ kind: 'date', milestoneId: (await steps())[2]!.id, dueOn: '2031-10-01' }])
    setClock(() => new Date(Date.now() + 15 * dayMs))
    expect((await approve(baker, { id, ...amendment })).body.code).toBe('AMENDMENT_OUTDATED')
    await app.jobs()
    expect((await latest()).state).toBe('expired')
    setClock(systemClock)
  })

  it('counts in the group’s record once it is applied, which freelancers read before they bid', async () => {
    const applied = (await list(running.association)).items.filter(({ state }) => state === 'applied').length
    expect(applied).toBeGreaterThan(1)
    const record = ok(await running.bidders[1]!.get(`/groups/${running.id}/record`)).body as { agreedChanges: number }
    expect(record.agreedChanges).toBe(applied)
    const desk = ok(await running.association.get('/association-desk')).body as { groups: { record: object }[] }
    expect(desk.groups.map((group) => group.record)).toEqual([record])
  })

  it('leaves nothing over when the mission is then cancelled: each firm has back all that was not accepted', async () => {
    const { version } = await getMission(running.association, running.missionId)
    ok(await running.association.post(`/missions/${running.missionId}/cancellation`, { version, reason: 'Fin' }))
    await app.drain()
    await expectBooksToBalance(app)
    const { all } = ok(await running.association.get(`/missions/${running.missionId}/money`)).body
    expect(all).toMatchObject({ retainedMinor: 0, payableMinor: 0 })
    expect(all.paidMinor).toBe(all.transferredMinor + all.platformFeeMinor + all.commissionMinor + all.refundedMinor)
    expect((await ask(freelancer, await later(2, '2031-12-01'))).body.code).toBe('MISSION_NOT_ACTIVE')
  })
})
