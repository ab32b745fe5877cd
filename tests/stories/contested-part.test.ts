import { missions } from '@mutuo/server/modules/missions/index.ts'
import { formatEuros } from '@mutuo/shared/money/format.ts'
import { testApp } from '../support/app.ts'
import { expectBooksToBalance } from '../support/books.ts'
import { anAwardedMission, deliver, getMission, type Running } from '../support/builders/mission.ts'
import { getNeed } from '../support/builders/need.ts'
import { ok, type Persona } from '../support/personas.ts'
import { printLedger, printTable } from '../support/print-ledger.ts'
import { skippingDays } from '../support/skip-days.ts'

describe('a firm contests its part of what was delivered', () => {
  const app = testApp({ stripe: true })
  let running: Running
  let baker: Persona, florist: Persona, cheese: Persona, books: Persona

  const skipDays = skippingDays(app)
  const answer = async (owner: Persona, milestoneId: string, act: string, body: object = {}): Promise<void> => {
    ok(await owner.post(`/missions/${running.missionId}/milestones/${milestoneId}/${act}`, body))
    await app.drain()
  }
  const seen = async (owner: Persona, at: number) => (await getMission(owner, running.missionId)).milestones[at]!
  const milestonesInOrder = async () => (await missions.milestonesOf([running.missionId])).sort((a, b) => a.position - b.position)
  const cellsAt = async (at: number) => (await milestonesInOrder())[at]!.cells
  const printParts = async (title: string): Promise<void> => {
    const milestones = await milestonesInOrder()
    printTable(
      title,
      running.owners.map((owner) => ({
        entreprise: owner.organisationName,
        ...Object.fromEntries(
          milestones.map((milestone) => {
            const cell = milestone.cells.find((one) => one.firmId === owner.organisationId)
            return [milestone.title, cell ? `${formatEuros(cell.grossMinor)} ${cell.state}` : '']
          }),
        ),
      })),
    )
  }

  beforeAll(async () => {
    running = await anAwardedMission(app, { firms: 4 })
    ;[baker, florist, cheese, books] = running.owners as [Persona, Persona, Persona, Persona]
  }, 120_000)

  it('the others’ parts are released on the day they would have been; its own waits', async () => {
    const { id } = await deliver(app, running)
    await answer(baker, id, 'acceptance')
    await answer(cheese, id, 'contestation', { reason: 'Ma boutique manque dans le plan' })
    await skipDays(13)
    expect((await cellsAt(0)).map(({ state }) => state)).toEqual(['retained', 'retained', 'contested', 'retained'])
    await skipDays(1)
    expect((await cellsAt(0)).map(({ state }) => state)).toEqual(['transferred', 'transferred', 'contested', 'transferred'])
    expect(await seen(florist, 0)).toMatchObject({ state: 'accepted', myCell: 'transferred' })
    await printParts('Quatorze jours après la livraison')
    await expectBooksToBalance(app)
  })

  it('the association mediates, and the part follows', async () => {
    const { id } = await seen(cheese, 0)
    await answer(running.association, id, 'settlement', { firmId: cheese.organisationId, note: 'La boutique est ajoutée au plan' })
    expect(await seen(cheese, 0)).toMatchObject({ state: 'released', myCell: 'transferred' })
    expect(Object.keys(app.stripe!.control.dump().transfers)).toHaveLength(4)
    await printParts('Après la médiation')
    await expectBooksToBalance(app)
  })

  it('of the next, contested again, nothing is settled: the mission ends, and each firm gets back to the cent what was not released', async () => {
    const { id } = await deliver(app, running, 1)
    await answer(books, id, 'contestation', { reason: 'Rien n’est suivi' })
    for (const owner of [baker, florist]) await answer(owner, id, 'acceptance')
    expect((await cellsAt(1)).map(({ state }) => state)).toEqual(['transferred', 'transferred', 'transferred', 'contested'])
    const { version } = await getMission(running.association, running.missionId)
    ok(await running.association.post(`/missions/${running.missionId}/cancellation`, { version, reason: 'La médiation a échoué' }))
    await app.drain()

    const [shares, milestones] = await Promise.all([missions.sharesOf([running.missionId]), missions.milestonesOf([running.missionId])])
    const charges = Object.values(app.stripe!.control.dump().charges)
    for (const share of shares) {
      const cells = milestones.flatMap((milestone) => milestone.cells).filter((cell) => cell.shareId === share._id)
      const keptMinor = cells.filter(({ state }) => state === 'transferred').reduce((sum, { grossMinor }) => sum + grossMinor, 0)
      const charge = charges.find(({ metadata, status }) => metadata.shareId === share._id && status === 'succeeded')!
      expect(charge.amount_refunded).toBe(share.grossMinor - keptMinor)
      expect(charge.amount_refunded).toBeGreaterThan(0)
    }
    const { all } = ok(await running.association.get(`/missions/${running.missionId}/money`)).body
    expect(all).toMatchObject({ retainedMinor: 0, payableMinor: 0 })
    expect(all.paidMinor).toBe(all.transferredMinor + all.platformFeeMinor + all.commissionMinor + all.refundedMinor)
    expect(await getMission(baker, running.missionId)).toMatchObject({ state: 'cancelled', my: { state: 'part_refunded' } })
    expect((await getNeed(baker, running.need.id)).state).toBe('cancelled')
    await printParts('À la fin')
    await printLedger(running.missionId)
    await expectBooksToBalance(app)
  }, 60_000)
})
