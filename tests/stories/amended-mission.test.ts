import { missions } from '@mutuo/server/modules/missions/index.ts'
import type { AmendmentList, AmendmentView } from '@mutuo/shared/missions/amendment.schema.ts'
import type { ContractView } from '@mutuo/shared/missions/contract.schema.ts'
import { formatEuros } from '@mutuo/shared/money/format.ts'
import { v7 as newId } from 'uuid'
import { testApp } from '../support/app.ts'
import { expectBooksToBalance } from '../support/books.ts'
import { acceptContract, anAwardedMission, deliverAndAccept, getMission, type Running } from '../support/builders/mission.ts'
import { cards, payOnPage, saveCardOnPage } from '../support/builders/payment.ts'
import { ok, type Persona } from '../support/personas.ts'
import { printLedger, printTable } from '../support/print-ledger.ts'

describe('a mission that is amended on its way', () => {
  const app = testApp({ stripe: true })
  let running: Running
  let freelancer: Persona
  const lessMinor = 30_001
  const moreMinor = 40_003

  const milestones = async () => (await missions.milestonesOf([running.missionId])).sort((a, b) => a.position - b.position)
  const shares = () => missions.sharesOf([running.missionId])
  const charges = () => Object.values(app.stripe!.control.dump().charges).filter(({ status }) => status === 'succeeded')
  const accept = (at: number) => deliverAndAccept(app, running, at)
  const printParts = async (title: string): Promise<void> => {
    const [all, own] = [await milestones(), await shares()]
    printTable(
      title,
      running.owners.map((owner) => {
        const share = own.find(({ firmId }) => firmId === owner.organisationId)!
        const parts = all.map(({ title: name, cells }) => {
          const cell = cells.find(({ firmId }) => firmId === owner.organisationId)
          return [name, cell ? `${formatEuros(cell.grossMinor)} ${cell.state}` : '']
        })
        return {
          entreprise: owner.organisationName,
          ...Object.fromEntries(parts),
          'quote-part': formatEuros(share.grossMinor),
          rendu: formatEuros(share.takenOffMinor),
        }
      }),
    )
  }

  beforeAll(async () => {
    running = await anAwardedMission(app, { firms: 4 })
    freelancer = running.bidders[0]!
    for (const owner of running.owners) await acceptContract(owner, running.missionId)
  }, 120_000)

  it('the first milestone is accepted and released', async () => {
    await accept(0)
    expect((await getMission(freelancer, running.missionId)).milestones[0]!.state).toBe('released')
    await printParts('Avant l’avenant')
  }, 60_000)

  it('the price of the second is lowered and its day moved, by the group’s rule: each firm gets its own part back, and nothing accepted moves', async () => {
    const path = `/missions/${running.missionId}/amendments`
    const [before, ownBefore] = [await milestones(), await shares()]
    const [released, second] = before
    const changes = [
      { kind: 'price', milestoneId: second!._id, netMinor: second!.netMinor - lessMinor },
      { kind: 'date', milestoneId: second!._id, dueOn: '2031-11-30' },
    ]
    const reason = 'Deux rues de moins, et le marché de Noël d’abord'
    const amendment = ok(await freelancer.post(path, { id: newId(), reason, changes, password: freelancer.password })).body as AmendmentView
    const approve = async (owner: Persona) => ok(await owner.post(`${path}/${amendment.id}/approval`, { password: owner.password })).body
    ok(await running.owners[3]!.post(`${path}/${amendment.id}/refusal`, { reason: 'Je préfère toutes les rues' }))
    expect([(await approve(running.owners[0]!)).state, (await approve(running.owners[1]!)).state]).toEqual(['proposed', 'proposed'])
    expect((await approve(running.owners[2]!)).state).toBe('applied')
    await app.drain()

    const [after, ownAfter] = [await milestones(), await shares()]
    expect(after[0]).toEqual(released)
    expect(after[2]).toEqual(before[2])
    expect(after[1]).toMatchObject({ dueOn: '2031-11-30', netMinor: second!.netMinor - lessMinor })
    for (const share of ownAfter) {
      const former = ownBefore.find(({ _id }) => _id === share._id)!
      const charge = charges().find(({ metadata }) => metadata.shareId === share._id)!
      expect(share.takenOffMinor).toBe(former.grossMinor - share.grossMinor)
      expect(charge.amount_refunded).toBe(share.takenOffMinor)
      expect(share).toMatchObject({ state: 'paid' })
    }
    const netOf = (of: typeof ownAfter) => of.reduce((sum, { netMinor }) => sum + netMinor, 0)
    expect(netOf(ownBefore) - netOf(ownAfter)).toBe(lessMinor)
    const contract = ok(await running.owners[3]!.get(`/missions/${running.missionId}/contract`)).body as ContractView
    expect([contract.version, contract.acceptances.length, contract.awaited.length]).toEqual([2, 4, 2])
    await printParts('Après l’avenant')
    await expectBooksToBalance(app)
  }, 60_000)

  it('the price of the second then rises: each firm is charged the difference on its card, and it applies once the firm whose card was refused has paid', async () => {
    const path = `/missions/${running.missionId}/amendments`
    const last = running.owners[3]!
    await saveCardOnPage(last, cards.refusedWhenCharged)
    const [before, ownBefore] = [await milestones(), await shares()]
    const [released, second, third] = before
    const changes = [{ kind: 'price', milestoneId: second!._id, netMinor: second!.netMinor + moreMinor }]
    const reason = 'Quatre rues de plus, finalement'
    const amendment = ok(await freelancer.post(path, { id: newId(), reason, changes, password: freelancer.password })).body as AmendmentView
    const list = async (who: Persona) => ok(await who.get(path)).body as AmendmentList
    for (const owner of running.owners)
      if ((await list(owner)).items[0]!.state === 'proposed')
        ok(await owner.post(`${path}/${amendment.id}/approval`, { password: owner.password }))
    await app.drain()
    const { state, collection } = (await list(running.owners[0]!)).items[0]!
    expect([state, collection]).toEqual(['collecting', { settledFirms: 3, firms: 4 }])
    expect(await milestones()).toEqual(before)
    await printParts('Pendant les paiements')
    await expectBooksToBalance(app)

    const { payment } = (await list(last)).items[0]!.my!.rise!
    expect(await payOnPage(last, payment!.shareId)).toMatchObject({ state: 'paid', amendmentTurn: 2, paidShares: 4 })
    await app.drain()
    const [after, ownAfter] = [await milestones(), await shares()]
    expect([after[0], after[2]]).toEqual([released, third])
    expect(after[1]!.netMinor).toBe(second!.netMinor + moreMinor)
    for (const share of ownAfter) {
      const former = ownBefore.find(({ _id }) => _id === share._id)!
      const extra = charges().find(
        ({ metadata, amount }) => metadata.missionId === running.missionId && metadata.raises === share._id && amount > 0,
      )!
      expect(extra.amount).toBe(share.grossMinor - former.grossMinor)
      expect(share).toMatchObject({ state: 'paid', takenOffMinor: former.takenOffMinor })
    }
    const contract = ok(await last.get(`/missions/${running.missionId}/contract`)).body as ContractView
    expect([contract.version, contract.amendmentTurn]).toEqual([3, 2])
    await printParts('Après la hausse')
    await expectBooksToBalance(app)
  }, 60_000)

  it('and the mission goes on to its end: all that is left is released, and every cent is accounted for', async () => {
    await accept(1)
    await accept(2)
    const mission = await getMission(freelancer, running.missionId)
    expect([mission.state, mission.milestones.map(({ state }) => state)]).toEqual(['completed', ['released', 'released', 'released']])
    const { all } = ok(await running.association.get(`/missions/${running.missionId}/money`)).body
    expect(all).toMatchObject({ retainedMinor: 0, payableMinor: 0, notYetMinor: 0 })
    expect(all.refundedMinor).toBe((await shares()).reduce((sum, { takenOffMinor }) => sum + takenOffMinor, 0))
    expect(all.paidMinor).toBe(all.transferredMinor + all.platformFeeMinor + all.commissionMinor + all.refundedMinor)
    const own = ok(await running.owners[0]!.get(`/missions/${running.missionId}/money`)).body
    expect(own.all.refundedMinor).toBe(all.refundedMinor)
    await printParts('À la fin')
    await printLedger(running.missionId)
    await expectBooksToBalance(app)
  }, 60_000)
})
