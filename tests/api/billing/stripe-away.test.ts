import { ledger } from '@mutuo/server/modules/ledger/index.ts'
import { setClock, systemClock } from '@mutuo/server/platform/clock.ts'
import { testApp } from '../../support/app.ts'
import { expectBooksToBalance } from '../../support/books.ts'
import {
  acceptContract,
  aGroupWithOpenBallot,
  deliver,
  getMission,
  voteForFirst,
  type Running,
  type Voted,
} from '../../support/builders/mission.ts'
import { getNeed } from '../../support/builders/need.ts'
import { cards, getShare, pageToPay, saveCardOnPage } from '../../support/builders/payment.ts'
import { ok } from '../../support/personas.ts'

const minuteMs = 60_000
/** More than a call with its own repeats, and the outbox, will spend. */
const forLong = 40

describe('Stripe does not answer', () => {
  const app = testApp({ stripe: true })
  let voted: Voted
  let running: Running
  const stripe = () => app.stripe!.control
  const inMinutes = (minutes: number) => {
    const later = new Date(Date.now() + minutes * minuteMs)
    setClock(() => later)
    return later
  }
  const succeeded = () => Object.values(stripe().dump().charges).filter((charge) => charge.status === 'succeeded')

  beforeAll(async () => {
    voted = await aGroupWithOpenBallot(app, { firms: 3, cards: [cards.good, cards.good, cards.refusedWhenCharged] })
    await voteForFirst(voted)
  }, 180_000)
  afterAll(() => setClock(systemClock))

  it('after it has charged, nor tells of it: the share says that nobody knows yet, then it is settled, and charged once', async () => {
    stripe().addFault({ kind: 'webhook', effect: 'drop', times: forLong })
    stripe().addFault({ kind: 'timeout', method: 'POST', path: '/v1/payment_intents', times: voted.owners.length })
    stripe().addFault({ kind: 'http', status: 500, method: 'GET', path: '/v1/payment_intents', times: forLong })
    ok(await voted.owners[0]!.post(`/ballots/${voted.ballot.id}/closing`))
    await app.drain()
    const { missionId } = await getNeed(voted.owners[0]!, voted.need.id)
    running = { ...voted, missionId: missionId! }
    const shares = await Promise.all(voted.owners.map(async (owner) => (await getMission(owner, missionId!)).my!))
    expect(shares.map((share) => share.state)).toEqual(['unknown', 'unknown', 'unknown'])
    const [share] = shares
    const paying = await voted.owners[0]!.post(`/shares/${share!.shareId}/payment`, { returnTo: '/x' })
    expect([paying.status, paying.body.code]).toEqual([409, 'NOTHING_TO_PAY'])
    stripe().clearFaults()
    await app.jobs(inMinutes(3))
    await app.jobs(inMinutes(9))
    const settled = await Promise.all(voted.owners.map(async (owner) => (await getMission(owner, missionId!)).my!.state))
    expect(settled).toEqual(['paid', 'paid', 'dunning'])
    expect(succeeded()).toHaveLength(2)
    expect((await ledger.entriesOf([missionId!])).filter((entry) => entry.type === 'charge')).toHaveLength(2)
  }, 120_000)

  it('answers those who wait that the payment service is away, and changes nothing', async () => {
    const owner = running.owners[2]!
    const { shareId } = (await getMission(owner, running.missionId)).my!
    const before = await getShare(owner, shareId)
    stripe().addFault({ kind: 'http', status: 503, path: '/v1', times: forLong })
    for (const [path, body] of [
      [`/shares/${shareId}/payment`, { returnTo: '/x' }],
      ['/payment-method/setup', { returnTo: '/x' }],
      ['/payment-method/refresh', { checkoutSessionId: 'cs_test_0123456789' }],
    ] as const) {
      const answer = await owner.post(path, body)
      expect([path, answer.status, answer.body.code]).toEqual([path, 503, 'PAYMENT_SERVICE_AWAY'])
    }
    stripe().clearFaults()
    expect(await getShare(owner, shareId)).toEqual(before)
  }, 60_000)

  it('keeps a stored failure of Stripe from becoming a second charge', async () => {
    const owner = running.owners[2]!
    const { shareId } = (await getMission(owner, running.missionId)).my!
    await saveCardOnPage(owner)
    await pageToPay(owner, shareId)
    stripe().addFault({ kind: 'http', status: 500, isStored: true, method: 'POST', path: '/v1/payment_intents', times: 1 })
    ok(await owner.post(`/shares/${shareId}/retry`))
    await app.drain()
    expect((await getShare(owner, shareId)).state).toBe('unknown')
    for (const minutes of [14, 20]) await app.jobs(inMinutes(minutes))
    expect((await getShare(owner, shareId)).state).toBe('unknown')
    expect(succeeded()).toHaveLength(2)
    // A day later Stripe has forgotten the key, and has no such payment: the same key runs.
    stripe().advanceClock(25 * 3600 * 1000)
    await app.jobs(inMinutes(26 * 60))
    expect((await getShare(owner, shareId)).state).toBe('paid')
    expect(succeeded()).toHaveLength(3)
    expect((await getMission(owner, running.missionId)).state).toBe('active')
  }, 60_000)

  it('after it has transferred: each part is sent once', async () => {
    const { owners, missionId } = running
    await acceptContract(running.bidders[0]!, missionId)
    const milestone = await deliver(app, running)
    stripe().addFault({ kind: 'timeout', path: '/v1/transfers', times: 3 * owners.length })
    for (const owner of owners.slice(0, 2)) ok(await owner.post(`/missions/${missionId}/milestones/${milestone.id}/acceptance`))
    await app.drain()
    stripe().clearFaults()
    for (const minutes of [26 * 60 + 10, 26 * 60 + 20]) await app.jobs(inMinutes(minutes))
    const transfers = Object.values(stripe().dump().transfers)
    expect(transfers).toHaveLength(owners.length)
    expect((await getMission(owners[0]!, missionId)).milestones[0]!.state).toBe('released')
    expect((await ledger.entriesOf([missionId])).filter((entry) => entry.type === 'transfer')).toHaveLength(owners.length)
    await expectBooksToBalance(app)
  }, 60_000)
})
