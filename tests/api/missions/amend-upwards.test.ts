import { ledger } from '@mutuo/server/modules/ledger/index.ts'
import { missions } from '@mutuo/server/modules/missions/index.ts'
import { missionMigrations } from '@mutuo/server/modules/missions/mission.migrations.ts'
import { setClock, systemClock } from '@mutuo/server/platform/clock.ts'
import type { MissionMoney } from '@mutuo/shared/billing/billing.schema.ts'
import type { AmendmentChange, AmendmentView } from '@mutuo/shared/missions/amendment.schema.ts'
import type { ContractView } from '@mutuo/shared/missions/contract.schema.ts'
import { v7 as newId } from 'uuid'
import { testApp } from '../../support/app.ts'
import { expectBooksToBalance } from '../../support/books.ts'
import { anAwardedMission, deliver, deliverAndAccept, getMission, type Running } from '../../support/builders/mission.ts'
import { offersTo, takeOffer } from '../../support/builders/drop-out.ts'
import { answerBank, cards, getShare, pageToPay, payOnPage, saveCardOnPage } from '../../support/builders/payment.ts'
import { anSmeOwner, joinByLink, ok, type Persona } from '../../support/personas.ts'

const dayMs = 24 * 3600 * 1000

describe('an amendment that raises what firms pay', () => {
  const app = testApp({ stripe: true })
  let running: Running
  let baker: Persona, florist: Persona, cheese: Persona, freelancer: Persona
  afterEach(() => setClock(systemClock))

  const path = () => `/missions/${running.missionId}/amendments`
  const mission = (who = freelancer) => getMission(who, running.missionId)
  const moneyOf = async (who: Persona) => ok(await who.get(`/missions/${running.missionId}/money`)).body as MissionMoney
  const propose = async (who: Persona, changes: AmendmentChange[]) =>
    ok(await who.post(path(), { id: newId(), reason: 'Une rue de plus', changes, password: who.password })).body as AmendmentView
  const approve = async (who: Persona, { id }: AmendmentView) =>
    ok(await who.post(`${path()}/${id}/approval`, { password: who.password })).body as AmendmentView
  const latest = async (who = freelancer) => (ok(await who.get(path())).body.items as AmendmentView[])[0]!
  const dearer = async (at: number, riseMinor: number): Promise<AmendmentChange[]> => {
    const { id, amountMinor } = (await mission()).milestones[at]!
    return [{ kind: 'price', milestoneId: id, netMinor: amountMinor! + riseMinor }]
  }
  /** Proposed by the freelancer and agreed by the firms, as many as are needed. */
  const agreed = async (changes: AmendmentChange[]): Promise<AmendmentView> => {
    const amendment = await propose(freelancer, changes)
    for (const owner of running.owners) if ((await latest()).state === 'proposed') await approve(owner, amendment)
    await app.drain()
    return latest()
  }
  const payment = async (who: Persona) => (await latest(who)).my!.rise!.payment!
  const accept = (at: number) => deliverAndAccept(app, running, at)
  /** A mission under way whose third firm has had its card replaced since. */
  const aMission = async (card: string = cards.good): Promise<void> => {
    running = await anAwardedMission(app, { firms: 3 })
    ;[baker, florist, cheese] = running.owners as [Persona, Persona, Persona]
    freelancer = running.bidders[0]!
    if (card !== cards.good) await saveCardOnPage(cheese, card)
  }
  /** It takes what it is asked for, and does not say so. */
  const stripeIsAway = (): void => {
    const { control } = app.stripe!
    control.addFault({ kind: 'webhook', effect: 'drop', times: 50 })
    control.addFault({ kind: 'timeout', method: 'POST', path: '/v1/payment_intents', times: 3 })
    control.addFault({ kind: 'http', status: 500, method: 'GET', path: '/v1/payment_intents', times: 50 })
  }
  const stripeIsBack = async (): Promise<void> => {
    app.stripe!.control.clearFaults()
    for (const minutes of [3, 9]) {
      setClock(() => new Date(Date.now() + minutes * 60_000))
      await app.jobs()
    }
  }
  const chargesAtStripe = () =>
    Object.values(app.stripe!.control.dump().charges).filter(
      ({ status, metadata }) => status === 'succeeded' && metadata.missionId === running.missionId,
    )

  describe('within what each has pledged', () => {
    beforeAll(() => aMission(), 120_000)

    it('is possible in missions of before: each firm had one line in the database and no more', async () => {
      const db = app.database.db()
      const shares = db.collection('shares')
      await shares.createIndex({ missionId: 1, firmId: 1 }, { unique: true, name: 'one_share_per_firm' })
      await shares.updateMany({}, { $unset: { raises: '' } })
      await db.collection('payments').updateMany({}, { $unset: { raisedShareId: '' } })
      for (const migration of [...missionMigrations, ...missionMigrations]) await migration.run(db as never)
      expect((await shares.indexes()).map(({ name }) => name)).not.toContain('one_share_per_firm')
      expect((await missions.linesOf([running.missionId])).map(({ raises }) => raises)).toEqual([null, null, null])
    })

    it('is read before it is proposed: a firm its own share as long as none falls, the others the price; nothing is kept', async () => {
      const preview = (who: Persona, changes: AmendmentChange[]) => who.post(`${path()}/preview`, { changes })
      const { my, totalMinor } = await mission(baker)
      const up = await dearer(1, 30_000)
      const rise = { netMinor: 10_000, vatMinor: 0, grossMinor: 10_000, isBeyondPledge: false }
      const beforeMinor = my!.netMinor
      expect(ok(await preview(baker, up)).body).toEqual({ my: { beforeMinor, afterMinor: beforeMinor + 10_000, rise } })
      expect(ok(await preview(baker, await dearer(1, -30_000))).body).toEqual({})
      expect(ok(await preview(freelancer, up)).body).toEqual({ total: { beforeMinor: totalMinor, afterMinor: totalMinor + 30_000 } })
      expect((await preview(florist, up)).body.code).toBe('LEADER_ONLY')
      expect((await preview(baker, await dearer(1, 200))).body.code).toBe('AMENDMENT_RISE_TOO_SMALL')
      expect(ok(await baker.get(path())).body.items).toEqual([])
    })

    it('shows each firm its own difference, charges it on its card once the group agrees, and applies with the last payment', async () => {
      const before = await mission(baker)
      const read = await propose(freelancer, await dearer(1, 30_000))
      const { my } = await latest(baker)
      expect(my).toEqual({
        beforeMinor: before.my!.netMinor,
        afterMinor: before.my!.netMinor + 10_000,
        rise: { netMinor: 10_000, vatMinor: 0, grossMinor: 10_000, isBeyondPledge: false },
      })
      await approve(baker, read)
      const both = await Promise.all(
        [florist, cheese].map((owner) => owner.post(`${path()}/${read.id}/approval`, { password: owner.password })),
      )
      expect(both.map(({ status, body }) => [status, status === 200 ? body.state : body.code]).sort()).toEqual([
        [200, 'collecting'],
        [409, 'STALE_STATE'],
      ])
      await app.drain()
      expect(await latest()).toMatchObject({ state: 'applied', abilities: [] })
      const after = await mission(baker)
      expect(after.totalMinor).toBe(before.totalMinor + 30_000)
      expect(after.my).toMatchObject({ state: 'paid', grossMinor: before.my!.grossMinor + 10_000 })
      expect(after.amendment).toBeUndefined()
      const contract = ok(await cheese.get(`/missions/${running.missionId}/contract`)).body as ContractView
      expect([contract.version, contract.amendmentTurn, contract.acceptances.length]).toEqual([2, 1, 3])
      expect(chargesAtStripe()).toHaveLength(6)
      const { mine, all } = await moneyOf(baker)
      expect([mine!.paidMinor, mine!.notYetMinor]).toEqual([after.my!.grossMinor, 0])
      expect(all).toMatchObject({ paidMinor: after.totalMinor, notYetMinor: 0 })
      await expectBooksToBalance(app)
    })
  })

  describe('while Stripe does not answer', () => {
    it('charges each firm once, and applies when it is known that it has', async () => {
      const before = await mission(baker)
      stripeIsAway()
      expect((await agreed(await dearer(1, 9_000))).state).toBe('collecting')
      expect((await payment(baker)).state).toBe('unknown')
      await stripeIsBack()
      expect((await latest()).state).toBe('applied')
      expect((await mission(baker)).my!.grossMinor).toBe(before.my!.grossMinor + 3_000)
      expect(chargesAtStripe()).toHaveLength(9)
      await expectBooksToBalance(app)
    })
  })

  describe('above what a firm has pledged', () => {
    it('needs that firm’s own word: the group’s rule is not enough, and nobody else is told why', async () => {
      const candidates = await mission(cheese)
      const amendment = await propose(freelancer, await dearer(1, 6_000))
      expect((await latest(cheese)).my!.rise!.isBeyondPledge).toBe(false)
      ok(await freelancer.post(`${path()}/${amendment.id}/withdrawal`))
      const over = await propose(freelancer, await dearer(1, 600_000))
      expect((await latest(cheese)).my).toMatchObject({ afterMinor: candidates.my!.netMinor + 200_000, rise: { isBeyondPledge: true } })
      await approve(baker, over)
      expect(await approve(florist, over)).toMatchObject({ state: 'proposed' })
      const { my: _, ...seen } = await latest(baker)
      expect(JSON.stringify(seen)).not.toContain('isBeyondPledge')
      expect((await approve(cheese, over)).state).toBe('collecting')
      await app.drain()
      expect((await latest()).state).toBe('applied')
      await expectBooksToBalance(app)
    })

    it('is taken off out of both charges when the price then falls below what was first paid', async () => {
      const before = await mission(baker)
      const amendment = await propose(freelancer, await dearer(1, -620_000))
      for (const owner of [baker, florist]) await approve(owner, amendment)
      await app.drain()
      const after = await mission(baker)
      const { mine } = await moneyOf(baker)
      expect(mine!.refundedMinor).toBe(before.my!.grossMinor - after.my!.grossMinor)
      expect(chargesAtStripe().filter(({ amount_refunded: refunded }) => refunded > 0).length).toBeGreaterThan(3)
      await expectBooksToBalance(app)
    })

    it('pays the part that has become dearer out of both charges, each as far as it goes, and the mission ends with every cent accounted for', async () => {
      for (const at of [0, 1]) await accept(at)
      await accept(2)
      const { state, milestones } = await mission()
      expect([state, milestones.map((milestone) => milestone.state)]).toEqual(['completed', ['released', 'released', 'released']])
      const { my } = await mission(baker)
      const transfers = Object.values(app.stripe!.control.dump().transfers).filter(({ metadata }) => metadata.shareId === my!.shareId)
      expect(new Set(transfers.map(({ source_transaction: source }) => source)).size).toBe(2)
      expect(transfers).toHaveLength(4)
      const { all } = await moneyOf(running.association)
      expect(all).toMatchObject({ retainedMinor: 0, payableMinor: 0, notYetMinor: 0 })
      expect(all.paidMinor).toBe(all.transferredMinor + all.platformFeeMinor + all.commissionMinor + all.refundedMinor)
      const payouts = ok(await freelancer.get('/payouts')).body.items as { parts: { firm: { id: string } }[] }[]
      for (const { parts } of payouts) expect(new Set(parts.map(({ firm }) => firm.id)).size).toBe(parts.length)
      await expectBooksToBalance(app)
    }, 60_000)
  })

  describe('and whose card is refused', () => {
    beforeAll(() => aMission(cards.refusedWhenCharged), 120_000)

    it('waits: the firm alone reads why and how to mend it, the others how many are done, and no second amendment begins', async () => {
      const before = await moneyOf(baker)
      const amendment = await agreed(await dearer(1, 30_000))
      expect(amendment).toMatchObject({ state: 'collecting', collection: { settledFirms: 2, firms: 3 } })
      expect((await payment(cheese)).state).toBe('dunning')
      const share = await getShare(cheese, (await payment(cheese)).shareId)
      expect(share).toMatchObject({
        state: 'dunning',
        amendmentTurn: 1,
        grossMinor: 10_000,
        failure: { code: 'bank_refused' },
        paidShares: 2,
        shares: 3,
      })
      expect(share.steps.map(({ step }) => step)).toEqual(['retry', 'grace'])
      expect((await mission(cheese)).amendment).toMatchObject({ due: { grossMinor: 10_000, state: 'dunning' }, awaitsMe: false })
      const waitsFor = async (who: Persona) => ok(await who.get('/missions')).body.items[0].waitsFor
      expect([await waitsFor(cheese), await waitsFor(baker)]).toEqual(['payment', 'nothing'])
      const toldTo = async (who: Persona) =>
        (ok(await who.get('/notifications')).body.items as { kind: string }[]).map(({ kind }) => kind).slice(0, 3)
      expect(await toldTo(cheese)).toEqual(expect.arrayContaining(['amendment.collecting', 'rise.failed']))
      expect(await toldTo(baker)).toEqual(expect.arrayContaining(['amendment.collecting', 'rise.paid']))
      const seen = await latest(baker)
      expect(seen.my!.rise!.payment!.state).toBe('paid')
      expect((await mission(baker)).amendment).not.toHaveProperty('due')
      expect(JSON.stringify(await mission(baker))).not.toContain(share.shareId)
      expect((await baker.get(`/shares/${share.shareId}`)).status).toBe(404)
      expect((await moneyOf(baker)).all.paidMinor).toBe(before.all.paidMinor + 10_000)
      const next = await freelancer.post(path(), {
        id: newId(),
        reason: 'Encore',
        changes: await dearer(2, 3_000),
        password: freelancer.password,
      })
      expect(next.body.code).toBe('AMENDMENT_ALREADY_OPEN')
      expect((await freelancer.post(`${path()}/${amendment.id}/withdrawal`)).body.code).toBe('STALE_STATE')
      await expectBooksToBalance(app)
    })

    it('applies once another card has paid: two clicks are one payment', async () => {
      const { shareId } = await payment(cheese)
      const urls = await Promise.all([1, 2].map(() => pageToPay(cheese, shareId)))
      expect(new Set(urls).size).toBe(1)
      expect(await payOnPage(cheese, shareId)).toMatchObject({ state: 'paid', paidShares: 3 })
      await app.drain()
      expect(await latest()).toMatchObject({ state: 'applied' })
      expect(chargesAtStripe()).toHaveLength(6)
      for (const { id } of Object.values(app.stripe!.control.dump().events)) app.stripe!.control.resend(id)
      await app.settled()
      expect((await ledger.entriesOf([running.missionId])).filter(({ type }) => type === 'charge')).toHaveLength(6)
      expect((await mission(baker)).contract!.version).toBe(2)
      await expectBooksToBalance(app)
    })

    it('is given back in full to those who had paid once the days of grace are over, and the mission is as it was', async () => {
      await saveCardOnPage(cheese, cards.refusedWhenCharged)
      const [before, money] = [await mission(baker), await moneyOf(baker)]
      expect((await agreed(await dearer(1, 60_000))).state).toBe('collecting')
      const { shareId } = await payment(cheese)
      const page = await pageToPay(cheese, shareId)
      setClock(() => new Date(Date.now() + 8 * dayMs))
      await app.jobs()
      expect(await latest(baker)).toMatchObject({ state: 'expired', my: { rise: { payment: { state: 'refunded' } } } })
      expect((await fetch(page)).status).toBe(410)
      expect(await getShare(cheese, shareId)).toMatchObject({ state: 'failed', abilities: [] })
      const { amendment: _, ...after } = await mission(baker)
      expect(after).toEqual(before)
      const { all, mine } = await moneyOf(baker)
      expect(mine!.refundedMinor - money.mine!.refundedMinor).toBe(20_000)
      expect(all.retainedMinor).toBe(money.all.retainedMinor)
      await expectBooksToBalance(app)
    })
  })

  describe('and whose bank asks to confirm', () => {
    beforeAll(() => saveCardOnPage(cheese, cards.asksItsBankEachTime))

    it('applies once it has confirmed there', async () => {
      expect((await agreed(await dearer(1, 30_000))).state).toBe('collecting')
      const { shareId, state } = await payment(cheese)
      expect(state).toBe('requires_action')
      const bank = await pageToPay(cheese, shareId)
      expect(bank).toContain('/3ds/')
      await answerBank(bank, 'approve')
      ok(await cheese.post(`/shares/${shareId}/refresh`))
      await app.drain()
      expect((await latest()).state).toBe('applied')
      await expectBooksToBalance(app)
    })

    it('ends and gives back when a share changes hands; who took it over has pledged its price, and nothing above it', async () => {
      const heir = await anSmeOwner(app, { name: 'Cave du Forez' })
      await joinByLink(running.association, running.id, [heir])
      await saveCardOnPage(heir)
      expect((await agreed(await dearer(1, 30_000))).state).toBe('collecting')
      const before = await moneyOf(running.association)
      ok(await florist.post(`/shares/${(await mission(florist)).my!.shareId}/proposal`, { firmId: heir.organisationId }))
      await app.drain()
      await takeOffer(heir, (await offersTo(heir))[0]!.id)
      await app.drain()
      expect(await latest(baker)).toMatchObject({ state: 'expired', my: { rise: { payment: { state: 'refunded' } } } })
      const { all } = await moneyOf(running.association)
      expect(all.refundedMinor - before.all.refundedMinor).toBe(20_000 + (await mission(heir)).my!.grossMinor)
      await expectBooksToBalance(app)
      running.owners[1] = florist = heir
      const next = await propose(freelancer, await dearer(1, 3_000))
      expect((await latest(heir)).my!.rise!.isBeyondPledge).toBe(true)
      ok(await freelancer.post(`${path()}/${next.id}/withdrawal`))
    }, 60_000)

    it('ends and gives back as soon as a milestone that it is about is accepted in part; what is confirmed too late goes back as well', async () => {
      const second = await deliver(app, running, 1)
      expect((await agreed(await dearer(1, 31_500))).state).toBe('collecting')
      const { shareId } = await payment(cheese)
      const bank = await pageToPay(cheese, shareId)
      ok(await baker.post(`/missions/${running.missionId}/milestones/${second.id}/acceptance`))
      await answerBank(bank, 'approve')
      await cheese.post(`/shares/${shareId}/refresh`)
      await app.settled()
      expect(await latest(florist)).toMatchObject({ state: 'expired', my: { rise: { payment: { state: 'refunded' } } } })
      // The third came in, or its bank's page was closed before.
      const charged = chargesAtStripe().filter(({ amount }) => amount === 10_500)
      expect(charged.length).toBeGreaterThan(1)
      for (const { amount, amount_refunded: refunded } of charged) expect(refunded).toBe(amount)
      await expectBooksToBalance(app)
    })

    it('ends and gives back when a firm gives notice', async () => {
      expect((await agreed(await addedOf('2031-12-01'))).state).toBe('collecting')
      const { shareId } = (await mission(florist)).my!
      ok(await florist.post(`/shares/${shareId}/notice`, { reason: 'Nous fermons' }))
      await app.drain()
      expect((await latest(baker)).state).toBe('expired')
      await expectBooksToBalance(app)
    })

    it('gives back what turns out to have been charged once it had ended', async () => {
      stripeIsAway()
      expect((await agreed(await addedOf('2031-12-03', 33_000))).state).toBe('collecting')
      ok(await baker.post(`/shares/${(await mission(baker)).my!.shareId}/notice`, { reason: 'Nous déménageons' }))
      await app.drain()
      expect(await latest(baker)).toMatchObject({ state: 'expired', my: { rise: { payment: { state: 'unknown' } } } })
      await stripeIsBack()
      expect(await latest(baker)).toMatchObject({ state: 'expired', my: { rise: { payment: { state: 'failed' } } } })
      const charged = chargesAtStripe().filter(({ amount }) => amount === 11_000)
      expect(charged.map((charge) => charge.amount_refunded)).toEqual([11_000, 11_000])
      await expectBooksToBalance(app)
    })

    it('ends and gives back when the mission is cancelled', async () => {
      expect((await agreed(await addedOf('2031-12-02'))).state).toBe('collecting')
      const { version } = await mission(running.association)
      ok(await running.association.post(`/missions/${running.missionId}/cancellation`, { version, reason: 'Fin' }))
      await app.drain()
      expect((await latest(baker)).state).toBe('expired')
      const { all } = await moneyOf(running.association)
      expect([all.retainedMinor, all.paidMinor]).toEqual([0, all.refundedMinor])
      await expectBooksToBalance(app)
    })
    const addedOf = async (dueOn: string, netMinor = 30_000): Promise<AmendmentChange[]> => [
      {
        kind: 'add',
        milestoneId: newId(),
        lotId: (await mission()).milestones[1]!.lot.id,
        title: 'Une rue de plus',
        description: '',
        dueOn,
        netMinor,
      },
    ]
  })
})
