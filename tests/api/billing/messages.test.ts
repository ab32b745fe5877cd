import { ledger } from '@mutuo/server/modules/ledger/index.ts'
import { setClock, systemClock } from '@mutuo/server/platform/clock.ts'
import Stripe from 'stripe'
import { testApp } from '../../support/app.ts'
import { expectBooksToBalance } from '../../support/books.ts'
import { anAwardedMission, deliver, getMission, type Running } from '../../support/builders/mission.ts'
import { ok } from '../../support/personas.ts'

const minuteMs = 60_000
const many = 500

describe('what Stripe tells', () => {
  const app = testApp({ stripe: true })
  const control = () => app.stripe!.control
  let skippedMinutes = 0
  const jobsIn = async (minutes: number): Promise<void> => {
    skippedMinutes += minutes
    setClock(() => new Date(Date.now() + skippedMinutes * minuteMs))
    await app.jobs()
  }
  afterAll(() => setClock(systemClock))

  /** From the award to a released milestone, whatever becomes of the messages. */
  const theWholePayment = async (): Promise<Running> => {
    const running = await anAwardedMission(app, { firms: 3 })
    const milestone = await deliver(app, running)
    for (const owner of running.owners.slice(0, 2))
      ok(await owner.post(`/missions/${running.missionId}/milestones/${milestone.id}/acceptance`))
    await app.drain()
    return running
  }

  const outcomeOf = async ({ owners, missionId }: Running) => {
    const mission = await getMission(owners[0]!, missionId)
    const entries = await ledger.entriesOf([missionId])
    const count = (type: string) => entries.filter((entry) => entry.type === type).length
    return {
      mission: mission.state,
      milestone: mission.milestones[0]!.state,
      shares: (await Promise.all(owners.map(async (owner) => (await getMission(owner, missionId)).my!.state))).join(),
      entries: { charge: count('charge'), fee: count('stripe_fee'), acceptance: count('acceptance'), transfer: count('transfer') },
      charges: Object.values(control().dump().paymentIntents).filter(
        ({ status, metadata }) => status === 'succeeded' && metadata.missionId === missionId,
      ).length,
      transfers: Object.values(control().dump().transfers).filter(({ metadata }) => metadata.missionId === missionId).length,
    }
  }
  const right = {
    mission: 'active',
    milestone: 'released',
    shares: 'paid,paid,paid',
    entries: { charge: 3, fee: 3, acceptance: 3, transfer: 3 },
    charges: 3,
    transfers: 3,
  }

  it.each(['duplicate', 'reorder', 'delay', 'drop'] as const)(
    'leads to the same end when its messages %s',
    async (effect) => {
      control().addFault({ kind: 'webhook', effect, delayMs: 3 * 24 * 3600 * 1000, times: many })
      const running = await theWholePayment()
      control().clearFaults()
      if (effect === 'delay') control().retryDeliveries()
      await app.settled()
      if (effect === 'drop') for (const minutes of [3, 6]) await jobsIn(minutes)
      expect(await outcomeOf(running)).toEqual(right)
      for (const { id } of Object.values(control().dump().events)) control().resend(id)
      await app.settled()
      expect(await outcomeOf(running)).toEqual(right)
      await expectBooksToBalance(app)
    },
    120_000,
  )

  describe('of a mission that is paid', () => {
    let running: Running
    let asPaid: Stripe.PaymentIntent
    const stripe = () => {
      const { hostname, port } = new URL(app.stripe!.url)
      return new Stripe(app.config.stripe.secretKey!, { host: hostname, port: Number(port), protocol: 'http', telemetry: false })
    }
    const payAgain = (said: Partial<Stripe.PaymentIntentCreateParams> = {}) =>
      stripe().paymentIntents.create({
        amount: asPaid.amount,
        currency: 'eur',
        customer: String(asPaid.customer),
        payment_method: String(asPaid.payment_method),
        off_session: true,
        confirm: true,
        transfer_group: asPaid.transfer_group!,
        metadata: asPaid.metadata,
        ...said,
      })
    const refunds = () => Object.values(control().dump().refunds)

    beforeAll(async () => {
      running = await anAwardedMission(app, { firms: 3 })
      const intents = Object.values(control().dump().paymentIntents)
      asPaid = intents.find((intent) => intent.metadata.missionId === running.missionId)!
    }, 120_000)

    it('a second payment of the same share goes back at once, once', async () => {
      const surplus = await payAgain()
      await app.settled()
      control().resend(Object.values(control().dump().events).findLast((event) => event.type === 'payment_intent.succeeded')!.id)
      await app.settled()
      expect(refunds()).toEqual([expect.objectContaining({ charge: surplus.latest_charge, amount: asPaid.amount, reason: 'duplicate' })])
      expect((await getMission(running.owners[0]!, running.missionId)).whoPays.paidFirms).toBe(3)
      await expectBooksToBalance(app)
    }, 60_000)

    it('another amount, share or kind than ours is left alone', async () => {
      const before = await ledger.entriesOf([running.missionId])
      await payAgain({ amount: asPaid.amount + 1 })
      await payAgain({ metadata: { ...asPaid.metadata, shareId: running.missionId } })
      await payAgain({ metadata: { ...asPaid.metadata, paymentId: 'nobody:1' } })
      await payAgain({ metadata: {} })
      await app.settled()
      expect(await ledger.entriesOf([running.missionId])).toEqual(before)
      expect(refunds()).toHaveLength(1)
    }, 60_000)

    it('a message that Stripe did not sign, or signed otherwise, is refused', async () => {
      const payload = JSON.stringify({
        id: 'evt_1',
        object: 'event',
        type: 'payment_intent.succeeded',
        data: { object: { id: asPaid.id } },
      })
      const headers = { 'Content-Type': 'application/json', 'stripe-signature': 't=1,v1=00' }
      for (const path of ['/api/webhooks/stripe', '/api/webhooks/stripe-connect', '/api/webhooks/stripe-v2']) {
        const answer = await app.client().send(path, { method: 'POST', headers, body: payload })
        expect([answer.status, answer.body.code]).toEqual([400, 'SIGNATURE_INVALID'])
      }
    })
  })
})
