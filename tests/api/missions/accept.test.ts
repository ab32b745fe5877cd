import { testApp } from '../../support/app.ts'
import { expectBooksToBalance } from '../../support/books.ts'
import { anAwardedMission, deliver, getMission, type Running } from '../../support/builders/mission.ts'
import { ok, type Persona } from '../../support/personas.ts'
import { skippingDays } from '../../support/skip-days.ts'

describe('firms answer for what was delivered', () => {
  const app = testApp({ stripe: true })
  let running: Running
  let first: Persona, second: Persona, third: Persona
  const skipDays = skippingDays(app)
  const path = (milestoneId: string, act: string) => `/missions/${running.missionId}/milestones/${milestoneId}/${act}`
  const seenBy = async (who: Persona, at: number) => (await getMission(who, running.missionId)).milestones[at]!
  const transfersOf = (milestoneId: string) =>
    Object.values(app.stripe!.control.dump().transfers).filter((transfer) => transfer.metadata.milestoneId === milestoneId)
  const told = async (who: Persona, kind: string) =>
    (ok(await who.get('/notifications?limit=100')).body.items as { kind: string; text: string }[]).filter((one) => one.kind === kind)

  beforeAll(async () => {
    running = await anAwardedMission(app, { firms: 3 })
    ;[first, second, third] = running.owners as [Persona, Persona, Persona]
  }, 120_000)

  it('not before it is delivered, and only the freelancer delivers, once', async () => {
    const [milestone] = (await getMission(first, running.missionId)).milestones
    const early = await first.post(path(milestone!.id, 'acceptance'))
    expect([early.status, early.body.code]).toEqual([409, 'MILESTONE_NOT_DELIVERED'])
    expect(milestone!.abilities).toEqual([])
    const delivery = { version: milestone!.version, note: 'Le plan est là.', links: [] }
    expect((await first.post(path(milestone!.id, 'delivery'), delivery)).body.code).toBe('NOT_THE_FREELANCER')
    const key = crypto.randomUUID()
    const [once, twice] = [
      await running.bidders[0]!.post(path(milestone!.id, 'delivery'), delivery, { idempotencyKey: key }),
      await running.bidders[0]!.post(path(milestone!.id, 'delivery'), delivery, { idempotencyKey: key }),
    ]
    expect(twice.text).toBe(once.text)
    expect((await running.bidders[0]!.post(path(milestone!.id, 'delivery'), delivery)).body.code).toBe('STALE_STATE')
  })

  it('by asking for corrections, which stops the delay until the next delivery', async () => {
    const milestone = await seenBy(first, 0)
    ok(await first.post(path(milestone.id, 'changes'), { version: milestone.version, items: ['Ajouter la rue Gambetta'] }))
    expect((await first.post(path(milestone.id, 'acceptance'))).body.code).toBe('MILESTONE_NOT_DELIVERED')
    await skipDays(15)
    expect(await seenBy(second, 0)).toMatchObject({
      state: 'changes_requested',
      changesRequested: [{ items: ['Ajouter la rue Gambetta'] }],
    })
    await deliver(app, running)
    expect((await seenBy(first, 0)).state).toBe('delivered')
  })

  it('two at once: both count, and the parts are released once', async () => {
    const { id } = await seenBy(first, 0)
    const answers = await Promise.all([first, second].map((owner) => owner.post(path(id, 'acceptance'))))
    expect(answers.map(({ status }) => status)).toEqual([201, 201])
    await app.drain()
    const released = await seenBy(first, 0)
    expect(released.state).toBe('released')
    expect(released.acceptance.accepted.map((firm) => firm.id).sort()).toEqual([first.organisationId, second.organisationId].sort())
    expect(transfersOf(id)).toHaveLength(3)
    expect((await third.post(path(id, 'acceptance'))).body.code).toBe('MILESTONE_NOT_DELIVERED')
    expect((await first.post(path(id, 'acceptance'))).body.code).toBe('ALREADY_ACCEPTED')
  })

  it('many clicks of one firm are one answer', async () => {
    const { id } = await deliver(app, running, 1)
    const answers = await Promise.all(Array.from({ length: 6 }, () => first.post(path(id, 'acceptance'))))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409])
    expect((await seenBy(first, 1)).acceptance.accepted).toHaveLength(1)
  })

  it('a firm that contests holds back its own part, and nobody else’s', async () => {
    const { id } = await seenBy(first, 1)
    ok(await third.post(path(id, 'contestation'), { reason: 'Il manque ma boutique' }))
    expect((await third.post(path(id, 'acceptance'))).body.code).toBe('STALE_STATE')
    expect((await third.post(path(id, 'contestation'), { reason: 'Encore' })).body.code).toMatch(/STALE_STATE|MILESTONE_NOT_DELIVERED/)
    ok(await second.post(path(id, 'acceptance')))
    await app.drain()
    expect(transfersOf(id)).toHaveLength(2)
    expect(await seenBy(first, 1)).toMatchObject({
      state: 'accepted',
      myCell: 'transferred',
      contested: [{ firm: { id: third.organisationId } }],
    })
    expect((await seenBy(first, 1)).contested[0]).not.toHaveProperty('reason')
    expect((await seenBy(first, 1)).contested[0]).not.toHaveProperty('amountMinor')
    expect((await seenBy(running.bidders[0]!, 1)).contested[0]).toMatchObject({ reason: 'Il manque ma boutique' })
    expect(await told(running.association, 'milestone.contested')).toHaveLength(1)
    await expectBooksToBalance(app)
  })

  it('until it lifts its contestation, or the association does after mediation', async () => {
    const { id } = await seenBy(first, 1)
    const body = { firmId: third.organisationId, note: 'Réglé entre nous' }
    expect((await second.post(path(id, 'settlement'), body)).body.code).toBe('ASSOCIATION_ONLY')
    const answers = await Promise.all([third, running.association].map((who) => who.post(path(id, 'settlement'), body)))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
    await app.drain()
    expect((await seenBy(first, 1)).state).toBe('released')
    expect(transfersOf(id)).toHaveLength(3)
  })

  it('of an own lot each firm alone, for its part; a rival does not know of it', async () => {
    const { id } = await deliver(app, running, 2)
    ok(await first.post(path(id, 'acceptance')))
    await app.drain()
    expect(transfersOf(id)).toHaveLength(1)
    expect(await seenBy(first, 2)).toMatchObject({ state: 'delivered', myCell: 'transferred' })
    const mine = await seenBy(second, 2)
    expect(mine).toMatchObject({ myCell: 'retained', acceptance: { accepted: [], rule: 'own_firm' } })
    expect(mine).not.toHaveProperty('amountMinor')
  })

  it('silence is reminded of at half time, two days and one day before, then counts as acceptance; the last milestone ends the mission', async () => {
    await skipDays(8)
    expect(await told(second, 'milestone.reminder')).toHaveLength(1)
    await skipDays(1)
    expect(await told(second, 'milestone.reminder')).toHaveLength(1)
    await skipDays(3)
    expect(await told(second, 'milestone.reminder')).toHaveLength(2)
    await skipDays(1)
    expect(await told(second, 'milestone.reminder')).toHaveLength(3)
    expect(await told(first, 'milestone.reminder')).toHaveLength(0)
    expect((await told(second, 'milestone.reminder'))[0]!.text).toMatch(/Jalon 3.* accepté d’office le \d+ /)
    expect((await seenBy(second, 2)).state).toBe('delivered')
    await skipDays(2)
    const mission = await getMission(second, running.missionId)
    expect(mission.milestones[2]).toMatchObject({ state: 'released', myCell: 'transferred' })
    expect(mission.state).toBe('completed')
    expect(await told(second, 'mission.completed')).toHaveLength(1)
    await expectBooksToBalance(app)
  }, 60_000)

  it('then its parties are asked what it was like, and freelancers read how the group was as a client', async () => {
    for (const party of [second, running.bidders[0]!]) expect(await told(party, 'review.open')).toHaveLength(1)
    const { body } = ok(await running.bidders[1]!.get(`/groups/${running.id}/record`))
    expect(body).toMatchObject({ missions: 1, completed: 1, brokenOff: 0, paidOnTimePercent: 100, decisionDays: 0, agreedChanges: 0 })
    const desk = ok(await running.association.get('/association-desk')).body as { groups: { record: object }[] }
    expect(desk.groups.map(({ record }) => record)).toEqual([body])
  })
})
