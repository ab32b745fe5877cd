import type { AssociationDesk } from '@mutuo/shared/administration/desk.schema.ts'
import type { MissionMoney } from '@mutuo/shared/billing/billing.schema.ts'
import { testApp } from '../../support/app.ts'
import { anAwardedMission, deliver, type Running } from '../../support/builders/mission.ts'
import { ok } from '../../support/personas.ts'

describe('the sums of an association’s desk', () => {
  const app = testApp({ stripe: true })
  let running: Running
  const read = async () => {
    const { association, missionId } = running
    const { money, figures, groups } = ok(await association.get('/association-desk')).body as AssociationDesk
    const { all } = ok(await association.get(`/missions/${missionId}/money`)).body as MissionMoney
    const { paidMinor, retainedMinor, commissionMinor, refundedMinor } = all
    const transferredMinor = all.transferredMinor + all.payableMinor
    const ofMission = { paidMinor, retainedMinor, transferredMinor, feesMinor: all.platformFeeMinor, commissionMinor, refundedMinor }
    return { ofDesk: money, ofGroup: groups[0]!.money, retained: figures.retainedMinor, ofMission }
  }

  it('say nothing that the page of a contested mission keeps for itself', async () => {
    running = await anAwardedMission(app, { firms: 3 })
    await app.settled()
    const { association, owners, missionId } = running
    const { id } = await deliver(app, running)
    const before = await read()
    const path = `/missions/${missionId}/milestones/${id}`
    ok(await owners[2]!.post(`${path}/contestation`, { reason: 'Il manque ma boutique' }))
    for (const owner of owners.slice(0, 2)) ok(await owner.post(`${path}/acceptance`))
    await app.settled()
    const contested = await read()
    expect([contested.ofDesk, contested.ofGroup]).toEqual([contested.ofMission, contested.ofMission])
    expect(contested.ofDesk).toEqual(before.ofDesk)
    expect(contested.retained).toMatchObject({ value: contested.ofMission.retainedMinor, outMinor: 0 })
    ok(await association.post(`${path}/settlement`, { firmId: owners[2]!.organisationId, note: 'Réglé entre nous' }))
    await app.settled()
    const settled = await read()
    expect(settled.ofDesk).toEqual(settled.ofMission)
    expect(settled.ofDesk.transferredMinor).toBeGreaterThan(0)
    expect(settled.retained.outMinor).toBe(before.ofDesk.retainedMinor - settled.ofDesk.retainedMinor)
  }, 120_000)
})
