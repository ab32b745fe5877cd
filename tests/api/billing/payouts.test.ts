import type { Payout } from '@mutuo/shared/billing/billing.schema.ts'
import { setClock, systemClock } from '@mutuo/server/platform/clock.ts'
import { testApp } from '../../support/app.ts'
import { expectBooksToBalance } from '../../support/books.ts'
import { anAwardedMission, deliver, getMission, type Running } from '../../support/builders/mission.ts'
import { submitPage } from '../../support/builders/payment.ts'
import { ok } from '../../support/personas.ts'

describe('the freelancer’s account cannot receive for a while', () => {
  const app = testApp({ stripe: true })
  let running: Running
  const freelancer = () => running.bidders[0]!
  const transfers = () => Object.values(app.stripe!.control.dump().transfers)
  const settleAtStripe = async (outcome: 'restricted' | 'complete'): Promise<void> => {
    const { url } = ok(await freelancer().post('/payout-account/onboarding', { returnTo: '/versements' })).body as { url: string }
    await submitPage(url, { outcome })
  }
  const acceptByTwo = async (at: number): Promise<string> => {
    const milestone = await deliver(app, running, at)
    for (const owner of running.owners.slice(0, 2))
      ok(await owner.post(`/missions/${running.missionId}/milestones/${milestone.id}/acceptance`))
    await app.drain()
    return milestone.id
  }
  const milestoneAt = async (at: number) => (await getMission(freelancer(), running.missionId)).milestones[at]!

  beforeAll(async () => {
    running = await anAwardedMission(app, { firms: 3 })
    // Stripe has told the fees before its messages are dropped.
    await app.settled()
  }, 120_000)
  afterAll(() => setClock(systemClock))

  it('and Stripe did not say so: what is owed waits, the freelancer is told, and nothing is lost', async () => {
    app.stripe!.control.addFault({ kind: 'webhook', effect: 'drop', times: 50 })
    await settleAtStripe('restricted')
    expect(ok(await freelancer().get('/payout-account')).body.status).toBe('active')
    await acceptByTwo(0)
    expect(transfers()).toEqual([])
    expect((await milestoneAt(0)).state).toBe('accepted')
    const home = ok(await freelancer().get('/freelancer-home')).body
    expect(home.payoutAccount.status).toBe('restricted')
    expect(home.payouts).toEqual([expect.objectContaining({ state: 'waiting', sentMinor: 0, milestoneTitle: 'Jalon 1' })])
    expect(home.payouts[0].parts.map(({ firm }: { firm: { id: string } }) => firm.id).sort()).toEqual(
      running.owners.map(({ organisationId }) => organisationId).sort(),
    )
    const { items } = ok(await freelancer().get('/notifications')).body
    expect(items).toContainEqual(expect.objectContaining({ kind: 'payout_account.changed', needsAction: true }))
    expect((await getMission(running.owners[0]!, running.missionId)).milestones[0]).toMatchObject({ myCell: 'blocked' })
    await expectBooksToBalance(app)
  }, 60_000)

  it('and leaves once the account is in order, although that is not said either', async () => {
    await settleAtStripe('complete')
    app.stripe!.control.clearFaults()
    setClock(() => new Date(Date.now() + 6 * 60_000))
    await app.jobs()
    expect(transfers()).toHaveLength(3)
    expect((await milestoneAt(0)).state).toBe('released')
    await expectBooksToBalance(app)
  }, 60_000)

  it('and resumes at once where Stripe says so', async () => {
    await settleAtStripe('restricted')
    ok(await freelancer().post('/payout-account/refresh'))
    await acceptByTwo(1)
    expect(transfers()).toHaveLength(3)
    await settleAtStripe('complete')
    ok(await freelancer().post('/payout-account/refresh'))
    await app.drain()
    expect(transfers()).toHaveLength(6)
    expect((await milestoneAt(1)).state).toBe('released')
    await expectBooksToBalance(app)
  }, 60_000)

  it('and then reads a line a milestone, the latest first, that adds up to what Stripe sent and to its fees', async () => {
    const { items } = ok(await freelancer().get('/payouts')).body as { items: Payout[] }
    expect(items.map(({ milestoneTitle, state, parts }) => [milestoneTitle, state, parts.length])).toEqual([
      ['Jalon 2', 'sent', 3],
      ['Jalon 1', 'sent', 3],
    ])
    for (const { milestoneId, amountMinor, sentMinor, parts } of items) {
      const sent = transfers().filter(({ metadata }) => metadata.milestoneId === milestoneId)
      expect(parts.map((part) => part.amountMinor).sort()).toEqual(sent.map(({ amount }) => amount).sort())
      expect([amountMinor, sentMinor]).toEqual(Array(2).fill(sent.reduce((sum, { amount }) => sum + amount, 0)))
    }
    const { all } = ok(await freelancer().get(`/missions/${running.missionId}/money`)).body
    const sum = (read: (payout: Payout) => number) => items.reduce((total, payout) => total + read(payout), 0)
    expect(sum(({ sentMinor }) => sentMinor)).toBe(all.transferredMinor)
    expect(sum(({ grossMinor, amountMinor }) => grossMinor - amountMinor)).toBe(all.platformFeeMinor + all.commissionMinor)
    expect(ok(await running.bidders[1]!.get('/payouts')).body).toEqual({ items: [] })
    expect((await running.owners[0]!.get('/payouts')).body.code).toBe('FREELANCER_ONLY')
  }, 60_000)
})
