import { formatEuros } from '@mutuo/shared/money/format.ts'
import { v7 as newId } from 'uuid'
import { testApp } from '../support/app.ts'
import { expectBooksToBalance } from '../support/books.ts'
import { anAwardedMission, getMission } from '../support/builders/mission.ts'
import { ok } from '../support/personas.ts'
import { printLedger, printTable } from '../support/print-ledger.ts'

describe('the whole job, from a group to a released milestone', () => {
  const app = testApp({ stripe: true })

  it('charges each firm its own share, pays the freelancer what is accepted, and balances', async () => {
    const story = await anAwardedMission(app, { firms: 4 })
    const { owners, bidders, missionId, association } = story
    const [leader] = owners
    const freelancer = bidders[0]!

    const collected = await getMission(leader!, missionId)
    expect(collected.state).toBe('active')
    expect(collected.whoPays).toMatchObject({ paidFirms: 4, firms: 4 })
    const shares = await Promise.all(owners.map(async (owner) => (await getMission(owner, missionId)).my))
    expect(shares.reduce((total, share) => total + (share?.netMinor ?? 0), 0)).toBe(collected.totalMinor)
    printTable(
      'Parts',
      shares.map((share, at) => ({
        entreprise: owners[at]!.organisationName,
        HT: formatEuros(share?.netMinor ?? 0),
        TTC: formatEuros(share?.grossMinor ?? 0),
        état: share?.state,
      })),
    )

    const [milestone] = collected.milestones
    const delivery = {
      version: milestone!.version,
      note: 'Le plan est là.',
      links: [{ label: 'Le plan', url: 'https://exemple.test/plan' }],
    }
    ok(await freelancer.post(`/missions/${missionId}/milestones/${milestone!.id}/delivery`, delivery))
    await app.drain()
    for (const owner of owners.slice(0, 3)) ok(await owner.post(`/missions/${missionId}/milestones/${milestone!.id}/acceptance`, {}))
    await app.drain()

    const released = await getMission(leader!, missionId)
    expect(released.milestones[0]).toMatchObject({ state: 'released', myCell: 'transferred', transferredMinor: milestone!.amountMinor })
    const { body: money } = ok(await association.get(`/missions/${missionId}/money`))
    const { paidMinor, retainedMinor, payableMinor, transferredMinor, platformFeeMinor, commissionMinor, refundedMinor } = money.all
    expect(paidMinor).toBe(shares.reduce((total, share) => total + (share?.grossMinor ?? 0), 0))
    expect(paidMinor).toBe(retainedMinor + payableMinor + transferredMinor + platformFeeMinor + commissionMinor + refundedMinor)
    expect(transferredMinor).toBeGreaterThan(0)

    const home = ok(await freelancer.get('/freelancer-home')).body
    expect(home.transferredMinor).toBe(transferredMinor)
    expect(ok(await association.get('/association-desk')).body.money.paidMinor).toBe(paidMinor)
    await printLedger(missionId)
    await expectBooksToBalance(app)
  }, 120_000)

  it('talks in the rooms of the group, the need and the mission', async () => {
    const { owners, bidders, missionId, association } = await anAwardedMission(app, { firms: 3 })
    const rooms = async (who: {
      get: (path: string) => Promise<{ status: number; text: string; body: { items: { id: string; audience: string; subject: string }[] } }>
    }) => (await who.get('/rooms')).body.items
    const own = await rooms(owners[0]!)
    expect(own.map((room) => `${room.subject} ${room.audience}`).sort()).toEqual([
      'group with_association',
      'mission firm_and_freelancer',
      'mission firms',
      'mission firms_and_freelancer',
      'mission with_association',
      'need firms',
    ])
    const shared = own.find((room) => room.audience === 'firms_and_freelancer')!
    const message = { clientId: crypto.randomUUID(), text: 'Bonjour à tous' }
    const first = ok(await owners[0]!.post(`/rooms/${shared.id}/messages`, message)).body
    expect(ok(await owners[0]!.post(`/rooms/${shared.id}/messages`, message)).body).toEqual(first)
    const { body: slice } = ok(await bidders[0]!.get(`/rooms/${shared.id}/messages`))
    expect(slice.messages.at(-1)).toMatchObject({ text: 'Bonjour à tous', seq: slice.head })
    for (const outsider of [bidders[1]!, association]) expect((await outsider.get(`/rooms/${shared.id}/messages`)).status).toBe(404)
    expect((await owners[0]!.get(`/missions/${newId()}`)).status).toBe(404)
    expect((await bidders[0]!.get(`/missions/${missionId}`)).status).toBe(200)
  }, 120_000)
})
