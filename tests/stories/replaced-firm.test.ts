import { setClock, systemClock } from '@mutuo/server/platform/clock.ts'
import { formatEuros } from '@mutuo/shared/money/format.ts'
import { testApp } from '../support/app.ts'
import { expectBooksToBalance } from '../support/books.ts'
import { dropOutsOf, offersTo, putOnWaitingList } from '../support/builders/drop-out.ts'
import { acceptContract, anAwardedMission, deliver, getMission, type Running } from '../support/builders/mission.ts'
import { cards, getShare, saveCardBefore } from '../support/builders/payment.ts'
import { enrol, ok, type Persona, smeOwners } from '../support/personas.ts'
import { printLedger, printTable } from '../support/print-ledger.ts'

const dayMs = 24 * 3600 * 1000

describe('a card that fails for good, and the firm that takes the place', () => {
  const app = testApp({ stripe: true })
  let running: Running
  let paid: Persona[], refused: Persona
  let first: Persona, second: Persona
  let failedShareId: string
  let asTheyWere: unknown

  const dropOuts = () => dropOutsOf(running.association, running.missionId)
  const told = async (owner: Persona): Promise<string[]> =>
    (ok(await owner.get('/notifications?limit=100')).body.items as { kind: string }[]).map(({ kind }) => kind)
  const sharesOfPaid = () => Promise.all(paid.map(async (owner) => (await getMission(owner, running.missionId)).my))
  const later = (days: number) => setClock(() => new Date(Date.now() + days * dayMs))
  afterAll(() => setClock(systemClock))

  beforeAll(async () => {
    running = await anAwardedMission(app, { firms: 4, cards: [cards.good, cards.good, cards.refusedWhenCharged] })
    const [baker, florist, late, winery] = running.owners as [Persona, Persona, Persona, Persona]
    paid = [baker, florist, winery]
    refused = late
    failedShareId = (await getMission(refused, running.missionId)).my!.shareId
    ;[first, second] = (await smeOwners(app, 2)) as [Persona, Persona]
    await enrol(running.id, [first, second])
    for (const firm of [first, second]) await saveCardBefore(firm)
    await putOnWaitingList(first, running.need.id)
    await putOnWaitingList(second, running.need.id)
    await app.drain()
    asTheyWere = await sharesOfPaid()
  }, 120_000)

  it('at first the firm has its days of grace, and nobody else is asked', async () => {
    expect(await getShare(refused, failedShareId)).toMatchObject({ state: 'dunning', paidShares: 3, shares: 4 })
    const { items, waiting } = await dropOuts()
    expect(items).toMatchObject([
      { shareId: failedShareId, cause: 'unpaid', step: 'grace', next: 'waiting_list', actor: 'firm', offers: [] },
    ])
    expect(waiting.map(({ firm }) => firm.id)).toEqual([first.organisationId, second.organisationId])
    expect(await offersTo(first)).toEqual([])
  })

  it('when they are over, the first on the waiting list is asked, with what it would pay and nobody’s name', async () => {
    later(8)
    await app.jobs()
    expect(await getShare(refused, failedShareId)).toMatchObject({ state: 'failed', abilities: [] })
    const [offer] = await offersTo(first)
    expect(offer).toMatchObject({ state: 'open', cause: 'unpaid', missionTitle: running.need.content.title })
    expect(offer!.grossMinor).toBe((await getShare(refused, failedShareId)).grossMinor)
    for (const { organisationName } of running.owners) expect(JSON.stringify(offer)).not.toContain(organisationName)
    expect(await offersTo(second)).toEqual([])
    expect((await dropOuts()).items).toMatchObject([{ step: 'waiting_list', actor: 'waiting_firm' }])
    expect((await told(first)).filter((kind) => kind === 'share_offer.made')).toHaveLength(1)
    expect(await told(refused)).toContain('share.given_up')
  })

  it('it declines, and the second is asked', async () => {
    const [offer] = await offersTo(first)
    ok(await first.post(`/share-offers/${offer!.id}/refusal`))
    await app.drain()
    expect(await offersTo(second)).toMatchObject([{ state: 'open' }])
  })

  it('the second takes the share: it is charged, the last payment starts the mission, and the failed firm owes nothing', async () => {
    const [offer] = await offersTo(second)
    const answers = await Promise.all([1, 2].map(() => second.post(`/share-offers/${offer!.id}/acceptance`, { consents: true })))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
    await app.drain()
    const mission = await getMission(second, running.missionId)
    expect(mission).toMatchObject({ state: 'active', my: { state: 'paid', grossMinor: offer!.grossMinor } })
    expect(mission.firms.map(({ id }) => id)).toContain(second.organisationId)
    expect(mission.firms.map(({ id }) => id)).not.toContain(refused.organisationId)
    expect(await getShare(refused, failedShareId)).toMatchObject({ state: 'reallocated', grossMinor: 0, isMissionOpen: false })
    expect((await refused.get(`/missions/${running.missionId}`)).status).toBe(404)
    expect((await dropOuts()).items).toEqual([])
    await expectBooksToBalance(app)
  })

  it('those who had paid were not touched', async () => {
    expect(await sharesOfPaid()).toEqual(asTheyWere)
    const taken = Object.values(app.stripe!.control.dump().charges).filter((charge) => charge.status === 'succeeded')
    expect(taken).toHaveLength(4)
  })

  it('reads its rooms, accepts the contract that names it, and its word counts for what is delivered', async () => {
    const rooms = ok(await second.get(`/rooms?subjectId=${running.missionId}`)).body.items as { audience: string }[]
    expect(rooms.map(({ audience }) => audience).sort()).toEqual([
      'firm_and_freelancer',
      'firms',
      'firms_and_freelancer',
      'with_association',
    ])
    expect(await acceptContract(second, running.missionId)).toMatchObject({ version: 2 })
    const milestone = await deliver(app, running)
    for (const owner of [second, ...paid]) {
      const answer = await owner.post(`/missions/${running.missionId}/milestones/${milestone.id}/acceptance`)
      if (answer.status !== 409) ok(answer)
    }
    await app.drain()
    expect((await getMission(second, running.missionId)).milestones[0]).toMatchObject({ state: 'released', myCell: 'transferred' })
    const shares = await Promise.all(
      [...paid, second].map(async (owner) => ({ owner, my: (await getMission(owner, running.missionId)).my! })),
    )
    printTable(
      'Les quatre parts',
      shares.map(({ owner, my }) => ({
        entreprise: owner.organisationName,
        HT: formatEuros(my.netMinor),
        TTC: formatEuros(my.grossMinor),
        état: my.state,
      })),
    )
    await printLedger(running.missionId)
    await expectBooksToBalance(app)
  })
})
