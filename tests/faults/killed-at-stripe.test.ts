import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { ledger } from '@mutuo/server/modules/ledger/index.ts'
import { now } from '@mutuo/server/platform/clock.ts'
import { OutboxModel } from '@mutuo/server/platform/events/outbox.model.ts'
import type { Emulator } from '@mutuo/stripe-emulator/start-emulator.ts'
import { v7 as newId } from 'uuid'
import { type App, startApp } from '../support/app.ts'
import { expectBooksToBalance } from '../support/books.ts'
import { acceptContract, aGroupWithOpenBallot, getMission, voteForFirst, type Voted } from '../support/builders/mission.ts'
import { getNeed } from '../support/builders/need.ts'
import { cards, saveCardOnPage } from '../support/builders/payment.ts'
import { testDatabase } from '../support/database/test-database.ts'
import { type HttpRelay, httpRelay, type Moment } from '../support/http-relay.ts'
import { ok, type Persona } from '../support/personas.ts'
import { type ServerProcess, startServerProcess } from '../support/server-process.ts'
import { startStripe, stripeEnvironment } from '../support/stripe.ts'

const PATIENCE_MS = 60_000
const charging = /^POST \/v1\/payment_intents$/
const readingTheCharge = /^GET \/v1\/payment_intents\//

describe('a server that is killed between what Stripe does and our record of it', () => {
  const database = testDatabase()
  let stripe: Emulator
  let app: App
  let relay: HttpRelay
  let server: ServerProcess
  let start: () => Promise<ServerProcess>
  let folder: string
  let voted: Voted
  let missionId: string

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mutuo-faults-'))
    stripe = await startStripe('http://localhost:9', now)
    app = await startApp({ environment: stripeEnvironment(stripe) })
    voted = await aGroupWithOpenBallot(app, { firms: 3, cards: [cards.good, cards.refusedWhenCharged, cards.refusedWhenCharged] })
    await voteForFirst(voted)
    await app.drain()
    await app.stop()
    relay = await httpRelay(stripe.url)
    start = () =>
      startServerProcess(app.url, {
        ...stripeEnvironment(stripe),
        STRIPE_API_BASE: relay.url,
        NODE_ENV: 'test',
        PORT: String(app.config.port),
        HOST: 'localhost',
        MONGODB_URI: database.uri,
        SESSION_SECRET: app.config.sessionSecret,
        LOG_LEVEL: 'warn',
        MAIL_DIR: join(folder, 'mail'),
        UPLOAD_DIR: join(folder, 'files'),
        RUN_JOBS: 'false',
        RATE_LIMIT_FACTOR: '1000',
      })
    server = await start()
  }, 120_000)
  afterAll(async () => {
    await app?.stop()
    await server?.stop()
    await relay?.stop()
    await stripe?.stop()
    await rm(folder, { recursive: true, force: true })
  })

  /** Kills the process when the first such request is at that moment; until the next one is started, nothing passes. */
  const killAt = (moment: Moment, request: RegExp): Promise<void> =>
    new Promise((resolve) => {
      let isKilled = false
      relay.watch((at, passing) => {
        if (isKilled) return false
        if (at !== moment || !request.test(`${passing.method} ${passing.path}`)) return true
        isKilled = true
        void server.kill().then(resolve)
        return false
      })
    })
  /** The lease that the dead process held runs out: nobody waits half a minute here. */
  const restart = async (): Promise<void> => {
    await OutboxModel.updateMany({ state: 'pending' }, { $set: { leaseUntil: new Date(0), nextAt: new Date(0) } })
    relay.watch(() => true)
    server = await start()
  }
  const until = async (isDone: () => Promise<boolean>): Promise<void> => {
    for (const limit = Date.now() + PATIENCE_MS; !(await isDone()); await wait(100))
      if (Date.now() > limit) throw new Error('it did not end')
  }
  /** What it tried to tell a server that was just going is tried again, not in some minutes. */
  const allTold = () =>
    until(async () => {
      const isTold = Object.values(stripe.control.dump().deliveries).every(({ state }) => state !== 'waiting')
      if (!isTold) stripe.control.retryDeliveries()
      return isTold
    })
  const allDelivered = () => until(async () => (await OutboxModel.countDocuments({ state: 'pending' })) === 0)
  const stateOf = async (owner: Persona) => (await getMission(owner, missionId)).my!.state
  const chargesOf = async (owner: Persona) => {
    const { shareId } = (await getMission(owner, missionId)).my!
    const entries = await ledger.entriesOf([missionId])
    return {
      atStripe: Object.values(stripe.control.dump().charges).filter(
        ({ metadata, status }) => metadata.shareId === shareId && status === 'succeeded',
      ).length,
      inTheBooks: entries.filter(({ type, refs }) => type === 'charge' && refs.shareId === shareId).length,
    }
  }
  const once = { atStripe: 1, inTheBooks: 1 }
  /** Asks for it and does not wait: who asked may never hear the answer. */
  const ask = (asking: Promise<unknown>): void => void asking.catch(() => undefined)

  it('has charged the firm once, and says so when it is back: Stripe had done it, we had not heard', async () => {
    const [baker] = voted.owners as [Persona]
    const killed = killAt('answered', charging)
    ask(baker.post(`/ballots/${voted.ballot.id}/closing`))
    await killed
    await restart()
    await allDelivered()
    missionId = (await getNeed(baker, voted.need.id)).missionId!
    expect(await Promise.all(voted.owners.map(stateOf))).toEqual(['paid', 'dunning', 'dunning'])
    expect(await chargesOf(baker)).toEqual(once)
  }, 120_000)

  it.each([
    ['nothing had reached Stripe', charging, 1],
    ['we had heard, and not yet written', readingTheCharge, 2],
  ] as const)(
    'and so when %s',
    async (_, request, at) => {
      const owner = voted.owners[at]!
      await saveCardOnPage(owner)
      const { shareId } = (await getMission(owner, missionId)).my!
      const killed = killAt('asked', request)
      ask(owner.post(`/shares/${shareId}/retry`))
      await killed
      await restart()
      await allDelivered()
      expect(await stateOf(owner)).toBe('paid')
      expect(await chargesOf(owner)).toEqual(once)
    },
    120_000,
  )

  it('and each part is transferred once, although it dies after the first', async () => {
    const [baker, florist] = voted.owners as [Persona, Persona]
    const freelancer = voted.bidders[0]!
    const milestone = (await getMission(freelancer, missionId)).milestones[0]!
    const path = `/missions/${missionId}/milestones/${milestone.id}`
    await acceptContract(freelancer, missionId)
    ok(await freelancer.post(`${path}/delivery`, { version: milestone.version, note: 'Le plan est là.', links: [] }))
    const killed = killAt('answered', /^POST \/v1\/transfers$/)
    ok(await baker.post(`${path}/acceptance`))
    ask(florist.post(`${path}/acceptance`))
    await killed
    await restart()
    await allDelivered()
    expect((await getMission(baker, missionId)).milestones[0]).toMatchObject({ state: 'released', myCell: 'transferred' })
    expect(Object.values(stripe.control.dump().transfers)).toHaveLength(3)
    expect((await ledger.entriesOf([missionId])).filter(({ type }) => type === 'transfer')).toHaveLength(3)
  }, 120_000)

  it('and what Stripe had told a dead server, told again at last, adds its own fees and nothing else', async () => {
    const webhooks = `${app.url}/api/webhooks`
    stripe.control.pointWebhooksAt({ v1: `${webhooks}/stripe`, connect: `${webhooks}/stripe-connect`, v2: `${webhooks}/stripe-v2` })
    await allTold()
    await allDelivered()
    const entries = await ledger.entriesOf([missionId])
    const count = (type: string) => entries.filter((entry) => entry.type === type).length
    expect([count('charge'), count('stripe_fee'), count('acceptance'), count('transfer')]).toEqual([3, 3, 3, 3])
    for (const owner of voted.owners) expect(await chargesOf(owner)).toEqual(once)
    await expectBooksToBalance(app)
  }, 60_000)

  it('and what an amendment adds is charged once to each firm, and true once, although it dies between a charge and its record', async () => {
    const [baker, florist] = voted.owners as [Persona, Persona]
    const freelancer = voted.bidders[0]!
    const path = `/missions/${missionId}/amendments`
    const { id: milestoneId, amountMinor } = (await getMission(freelancer, missionId)).milestones[1]!
    const changes = [{ kind: 'price', milestoneId, netMinor: amountMinor! + 30_000 }]
    const { id } = ok(await freelancer.post(path, { id: newId(), reason: 'Une rue', changes, password: freelancer.password })).body
    const approve = (owner: Persona) => owner.post(`${path}/${id}/approval`, { password: owner.password })
    ok(await approve(baker))
    const killed = killAt('answered', charging)
    ask(approve(florist))
    await killed
    await restart()
    await allDelivered()
    await allTold()
    await allDelivered()
    expect(ok(await baker.get(path)).body.items).toMatchObject([{ state: 'applied' }])
    expect((await getMission(baker, missionId)).contract!.version).toBe(2)
    const charged = Object.values(stripe.control.dump().charges).filter(({ metadata, status }) => metadata.raises && status === 'succeeded')
    expect(charged.map(({ amount }) => amount)).toEqual([10_000, 10_000, 10_000])
    expect((await ledger.entriesOf([missionId])).filter(({ type }) => type === 'charge')).toHaveLength(6)
    await expectBooksToBalance(app)
  }, 120_000)
})
