import { testApp } from '../../support/app.ts'
import { expectBooksToBalance } from '../../support/books.ts'
import { anAwardedMission, deliver, getMission, type Running } from '../../support/builders/mission.ts'
import { anSmeOwner, ok, type Persona } from '../../support/personas.ts'
import { skippingDays } from '../../support/skip-days.ts'

describe('a charter that leaves common lots to delegates', () => {
  const app = testApp({ stripe: true })
  let running: Running
  let first: Persona, second: Persona, third: Persona
  // As two processes would.
  const skipDays = skippingDays(app, async () => {
    await Promise.all([app.jobs(), app.jobs()])
    await app.drain()
  })
  const path = (milestoneId: string, act: string) => `/missions/${running.missionId}/milestones/${milestoneId}/${act}`
  const seenBy = async (who: Persona, at: number) => (await getMission(who, running.missionId)).milestones[at]!
  const idsOf = (marks: { id: string }[] | undefined) => marks?.map(({ id }) => id)
  const name = async (who: Persona, ...delegates: Persona[]) => {
    const { version } = await getMission(first, running.missionId)
    return who.post(`/missions/${running.missionId}/delegates`, { version, firmIds: delegates.map((one) => one.organisationId) })
  }
  const told = async (who: Persona, kind: string) =>
    (ok(await who.get('/notifications?limit=100')).body.items as { kind: string; text: string }[]).filter((one) => one.kind === kind)
  const remindersOf = (...people: Persona[]) => Promise.all(people.map(async (who) => (await told(who, 'milestone.reminder')).length))
  const waitsFor = async (who: Persona) => (ok(await who.get('/missions')).body.items as { waitsFor: string }[])[0]!.waitsFor

  beforeAll(async () => {
    running = await anAwardedMission(app, { firms: 3, charter: { commonAcceptance: 'delegates', tacitAcceptanceDays: 5 } })
    ;[first, second, third] = running.owners as [Persona, Persona, Persona]
  }, 120_000)

  it('begins with the firm that leads the need, and its contract says how they are named', async () => {
    const mission = await getMission(third, running.missionId)
    expect(idsOf(mission.delegates)).toEqual([first.organisationId])
    const { clauses } = ok(await third.get(`/missions/${running.missionId}/contract`)).body as { clauses: { paragraphs: string[] }[] }
    expect(JSON.stringify(clauses)).toMatch(/entreprises déléguées l’ont accepté.*à la majorité des euros/)
  })

  it('has them named by the leader or the association, among the firms of the mission', async () => {
    const stranger = await anSmeOwner(app)
    const refused = [
      await name(second, second),
      await name(running.bidders[0]!, second),
      await name(stranger, second),
      await name(first, stranger),
    ]
    expect(refused.map(({ body }) => body.code)).toEqual(['LEADER_ONLY', 'LEADER_ONLY', 'NOT_FOUND', 'NOT_A_PARTY'])
    const { version } = await getMission(first, running.missionId)
    const topic = `mission:${running.missionId}` as const
    const socket = await third.socket()
    await socket.ask('follow', { topics: [topic] })
    ok(await name(first, second, third))
    const again = await first.post(`/missions/${running.missionId}/delegates`, { version, firmIds: [first.organisationId] })
    expect(again.body.code).toBe('STALE_STATE')
    await app.drain()
    await socket.heard('changed', (change) => change.topic === topic)
    expect(idsOf((await getMission(third, running.missionId)).delegates)).toEqual([second.organisationId, third.organisationId])
    expect(await told(third, 'mission.delegates_named')).toHaveLength(1)
  })

  it('asks them alone, and keeps those of a delivery whoever is named after it', async () => {
    const { id } = await deliver(app, running)
    expect((await told(first, 'milestone.delivered_to_delegates'))[0]!.text).toMatch(/déléguées/)
    expect([await told(first, 'milestone.delivered'), await told(second, 'milestone.delivered')].map(({ length }) => length)).toEqual([
      0, 1,
    ])
    expect([await waitsFor(first), await waitsFor(second)]).toEqual(['nothing', 'acceptance'])
    ok(await name(running.association, first))
    expect((await first.post(path(id, 'acceptance'))).body.code).toBe('NOT_A_DELEGATE')
    const mine = await seenBy(first, 0)
    expect(mine.abilities).toContainEqual({ move: 'accept', allowed: false, reason: 'NOT_A_DELEGATE' })
    expect(mine.abilities).toContainEqual(expect.objectContaining({ move: 'contest', allowed: true }))
    expect(mine.acceptance).toMatchObject({ rule: 'delegates', waiting: [{ id: second.organisationId }, { id: third.organisationId }] })
  })

  it('releases every part by their word, but that of a firm that contests its own', async () => {
    const { id } = await seenBy(first, 0)
    ok(await first.post(path(id, 'contestation'), { reason: 'Il manque ma boutique' }))
    ok(await second.post(path(id, 'acceptance')))
    expect((await seenBy(second, 0)).state).toBe('delivered')
    ok(await third.post(path(id, 'acceptance')))
    await app.drain()
    expect(await seenBy(second, 0)).toMatchObject({
      state: 'accepted',
      myCell: 'transferred',
      contested: [{ firm: { id: first.organisationId } }],
    })
    await expectBooksToBalance(app)
  })

  it('falls back on the euros where the only delegate contests; who has not answered is reminded once at each instant', async () => {
    const { id } = await deliver(app, running, 1)
    ok(await first.post(path(id, 'contestation'), { reason: 'Pas encore' }))
    expect((await seenBy(second, 1)).acceptance).toMatchObject({
      rule: 'majority_by_euros',
      waiting: [{ id: second.organisationId }, { id: third.organisationId }],
    })
    await skipDays(3)
    expect(await remindersOf(first, second, third)).toEqual([0, 1, 1])
    ok(await second.post(path(id, 'acceptance')))
    await skipDays(1)
    expect(await remindersOf(first, second, third)).toEqual([0, 1, 2])
    await skipDays(1)
    expect(await seenBy(third, 1)).toMatchObject({ state: 'accepted', myCell: 'transferred' })
  })

  it('leaves own lots to their firms; a job that comes late reminds once', async () => {
    await deliver(app, running, 2)
    await skipDays(4.5)
    expect(await remindersOf(first, second, third)).toEqual([1, 2, 3])
    await expectBooksToBalance(app)
  })
})
