import { setClock, systemClock } from '@mutuo/server/platform/clock.ts'
import { testApp } from '../../support/app.ts'
import { expectBooksToBalance } from '../../support/books.ts'
import { aGroupWithOpenBallot, anAwardedMission, deliver, getMission, voteForFirst, type Running } from '../../support/builders/mission.ts'
import { getNeed } from '../../support/builders/need.ts'
import { cards, getShare, pageToPay } from '../../support/builders/payment.ts'
import { ok } from '../../support/personas.ts'

const reason = 'L’indépendante est malade'

describe('the association cancels a mission', () => {
  const app = testApp({ stripe: true })
  const control = () => app.stripe!.control
  afterAll(() => setClock(systemClock))

  const versionOf = async ({ association, missionId }: Running) => (await getMission(association, missionId)).version
  const cancel = async (running: Running): Promise<void> => {
    ok(await running.association.post(`/missions/${running.missionId}/cancellation`, { version: await versionOf(running), reason }))
    await app.drain()
  }
  const sharesOf = ({ owners, missionId }: Running) => Promise.all(owners.map(async (owner) => (await getMission(owner, missionId)).my!))
  const chargeOf = (shareId: string) =>
    Object.values(control().dump().charges).find((charge) => charge.metadata.shareId === shareId && charge.status === 'succeeded')!
  const refundedMinor = (shareId: string) => chargeOf(shareId).amount_refunded

  it('under way: what was accepted stays paid, each firm gets back the rest of its own to the cent', async () => {
    const running = await anAwardedMission(app, { firms: 3 })
    const { owners, missionId, association } = running
    const milestone = await deliver(app, running)
    ok(await owners[2]!.post(`/missions/${missionId}/milestones/${milestone.id}/contestation`, { reason: 'Il manque ma boutique' }))
    for (const owner of owners.slice(0, 2)) ok(await owner.post(`/missions/${missionId}/milestones/${milestone.id}/acceptance`))
    await app.drain()
    await deliver(app, running, 1)
    const shares = await sharesOf(running)
    const released = new Map<string, number>()
    for (const { metadata, amount } of Object.values(control().dump().transfers)) released.set(metadata.shareId!, amount)
    const cells = await app.database
      .db()
      .collection<{ _id: string; cells: { shareId: string; grossMinor: number; state: string }[] }>('milestones')
      .find({ missionId })
      .toArray()
    const keptMinor = (shareId: string) =>
      cells
        .flatMap((one) => one.cells)
        .filter((cell) => cell.shareId === shareId && cell.state === 'transferred')
        .reduce((sum, cell) => sum + cell.grossMinor, 0)

    const version = await versionOf(running)
    const stale = await association.post(`/missions/${missionId}/cancellation`, { version: version - 1, reason })
    expect([stale.status, stale.body.code]).toEqual([409, 'STALE_STATE'])
    const answers = await Promise.all([1, 2].map(() => association.post(`/missions/${missionId}/cancellation`, { version, reason })))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
    await app.drain()

    const [a, b, c] = shares
    expect(refundedMinor(a!.shareId)).toBe(a!.grossMinor - keptMinor(a!.shareId))
    expect(refundedMinor(b!.shareId)).toBe(b!.grossMinor - keptMinor(b!.shareId))
    expect(keptMinor(a!.shareId)).toBeGreaterThan(0)
    expect(refundedMinor(c!.shareId)).toBe(c!.grossMinor)
    expect((await sharesOf(running)).map((share) => share.state)).toEqual(['part_refunded', 'part_refunded', 'refunded'])
    const mission = await getMission(association, missionId)
    expect(mission).toMatchObject({ state: 'cancelled', abilities: [] })
    const need = await getNeed(owners[1]!, running.need.id)
    expect(need).toMatchObject({ state: 'cancelled', missionId })
    expect(need.history.map(({ event }) => event).slice(-2)).toEqual(['need.awarded', 'need.broken_off'])
    expect(need.abilities.filter(({ allowed }) => allowed).map(({ move }) => move)).toEqual(['seeBids', 'seeBallot', 'seeMission'])
    const told = (ok(await owners[1]!.get('/notifications?limit=100')).body.items as { kind: string }[]).map(({ kind }) => kind)
    expect(told.filter((kind) => kind.endsWith('.cancelled'))).toEqual(['mission.cancelled'])
    expect(mission.milestones.map(({ state }) => state)).toEqual(['released', 'cancelled', 'cancelled'])
    const { all } = ok(await association.get(`/missions/${missionId}/money`)).body
    expect(all).toMatchObject({ retainedMinor: 0, payableMinor: 0, notYetMinor: 0 })
    expect(all.paidMinor).toBe(all.transferredMinor + all.platformFeeMinor + all.commissionMinor + all.refundedMinor)
    expect(
      (await running.bidders[0]!.post(`/missions/${missionId}/milestones/${milestone.id}/delivery`, { version: 9, note: '', links: [] }))
        .body.code,
    ).toBe('MISSION_NOT_ACTIVE')
    ok(await owners[0]!.delete('/payment-method'))
    await expectBooksToBalance(app)
  }, 120_000)

  it('while it collects: who has paid is repaid whole, and nobody has anything left to pay', async () => {
    const running = await anAwardedMission(app, { firms: 3, cards: [cards.good, cards.refusedWhenCharged, cards.asksItsBankEachTime] })
    const [paid, refused, careful] = await sharesOf(running)
    const page = await pageToPay(running.owners[1]!, refused!.shareId)
    const bank = await pageToPay(running.owners[2]!, careful!.shareId)
    await cancel(running)
    expect((await sharesOf(running)).map((share) => share.state)).toEqual(['refunded', 'failed', 'failed'])
    expect(refundedMinor(paid!.shareId)).toBe(paid!.grossMinor)
    expect((await fetch(page)).status).toBe(410)
    const late = await fetch(bank, { method: 'POST', body: new URLSearchParams({ decision: 'approve' }), redirect: 'manual' })
    expect(late.headers.get('location')).toContain('redirect_status=failed')
    const again = await running.owners[1]!.post(`/shares/${refused!.shareId}/payment`, { returnTo: '/x' })
    expect(again.body.code).toBe('NOTHING_TO_PAY')
    expect(await getShare(running.owners[1]!, refused!.shareId)).toMatchObject({ state: 'failed', abilities: [] })
    await app.drain()
    await expectBooksToBalance(app)
  }, 120_000)

  it('while nobody knows whether its charges went through: they are found, and repaid', async () => {
    const voted = await aGroupWithOpenBallot(app, { firms: 3 })
    await voteForFirst(voted)
    control().addFault({ kind: 'webhook', effect: 'drop', times: 200 })
    control().addFault({ kind: 'timeout', method: 'POST', path: '/v1/payment_intents', times: 3 })
    control().addFault({ kind: 'http', status: 500, method: 'GET', path: '/v1/payment_intents', times: 100 })
    ok(await voted.owners[0]!.post(`/ballots/${voted.ballot.id}/closing`))
    await app.drain()
    const { missionId } = await getNeed(voted.owners[0]!, voted.need.id)
    const running = { ...voted, missionId: missionId! }
    expect((await sharesOf(running)).map((share) => share.state)).toEqual(['unknown', 'unknown', 'unknown'])
    control().clearFaults()
    await cancel(running)
    for (const minutes of [3, 9]) {
      setClock(() => new Date(Date.now() + minutes * 60_000))
      await app.jobs()
    }
    const shares = await sharesOf(running)
    expect(shares.map((share) => share.state)).toEqual(['refunded', 'refunded', 'refunded'])
    for (const share of shares) expect(refundedMinor(share.shareId)).toBe(share.grossMinor)
    await expectBooksToBalance(app)
  }, 120_000)
})
