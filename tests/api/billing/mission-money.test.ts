import type { MissionMoney } from '@mutuo/shared/billing/billing.schema.ts'
import { testApp } from '../../support/app.ts'
import { anAwardedMission, deliver, type Running } from '../../support/builders/mission.ts'
import { cards } from '../../support/builders/payment.ts'
import { ok, type Persona } from '../../support/personas.ts'

const inPlaces = ['retainedMinor', 'payableMinor', 'transferredMinor', 'platformFeeMinor', 'commissionMinor', 'refundedMinor'] as const

describe('where the money of a mission is, for each who may ask', () => {
  const app = testApp({ stripe: true })
  let running: Running

  const moneyFor = async (who: Persona) => ok(await who.get(`/missions/${running.missionId}/money`)).body as MissionMoney
  const expectToAddUp = ({ all, mine }: MissionMoney): void => {
    for (const places of [all, mine ?? all]) expect(inPlaces.reduce((sum, place) => sum + places[place], 0)).toBe(places.paidMinor)
    for (const place of [...inPlaces, 'paidMinor'] as const) expect(all[place]).toBeGreaterThanOrEqual(mine?.[place] ?? 0)
  }

  it('before all have paid: a firm reads its own payment, and of the others nothing', async () => {
    running = await anAwardedMission(app, { firms: 3, cards: [cards.good, cards.good, cards.refusedWhenCharged] })
    const [baker, , late] = running.owners as [Persona, Persona, Persona]
    const seen = await moneyFor(baker)
    expectToAddUp(seen)
    expect(seen.all).toMatchObject({ paidMinor: 75_000, notYetMinor: 150_000 })
    expect(await moneyFor(late)).toMatchObject({ all: { paidMinor: 0, notYetMinor: 225_000 }, held: [] })
    expect((await moneyFor(running.association)).all).toMatchObject({ paidMinor: 150_000, notYetMinor: 75_000 })
  }, 120_000)

  it('while a part is contested: a firm reads what became of its own part; what the others hold back is told to the freelancer alone', async () => {
    running = await anAwardedMission(app, { firms: 3 })
    const [baker, florist, cheese] = running.owners as [Persona, Persona, Persona]
    const { id } = await deliver(app, running)
    const path = `/missions/${running.missionId}/milestones/${id}`
    ok(await cheese.post(`${path}/contestation`, { reason: 'Ma boutique manque' }))
    for (const owner of [baker, florist]) ok(await owner.post(`${path}/acceptance`))
    await app.drain()

    for (const owner of running.owners) expectToAddUp(await moneyFor(owner))
    const ofBaker = await moneyFor(baker)
    expect(ofBaker.mine!.retainedMinor).toBe(45_000)
    expect(ofBaker.held.map(({ amountMinor, isContested }) => [amountMinor, isContested])).toEqual([
      [30_000, false],
      [15_000, false],
    ])
    expect((await moneyFor(cheese)).held).toMatchObject([
      { milestoneId: id, amountMinor: 30_000, isContested: true },
      { amountMinor: 30_000, isContested: false },
      { amountMinor: 15_000, isContested: false },
    ])
    for (const other of [running.association, running.bidders[0]!]) expect((await moneyFor(other)).held).toEqual([])
    expect(ofBaker.all).toMatchObject({ paidMinor: 225_000, retainedMinor: 195_000, transferredMinor: ofBaker.mine!.transferredMinor })
    expect((await moneyFor(cheese)).all).toMatchObject({ retainedMinor: 225_000, transferredMinor: 0 })
    expect((await moneyFor(running.association)).all).toMatchObject({ retainedMinor: 225_000, transferredMinor: 0 })
    expect((await moneyFor(running.bidders[0]!)).all).toMatchObject({ retainedMinor: 165_000 })
  }, 120_000)
})
