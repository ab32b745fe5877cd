import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Endpoint } from '@mutuo/shared/http/endpoint.ts'
import { formatEuros, formatPlainEuros } from '@mutuo/shared/money/format.ts'
import { v7 as newId } from 'uuid'
import { testApp } from '../../support/app.ts'
import { aGroupWithOpenNeed, aDraftPledge, getNeed, type OpenNeed } from '../../support/builders/need.ts'
import { putOnWaitingList } from '../../support/builders/drop-out.ts'
import { acceptContract, bidOnPage, deliver, getBallot, getMission, type Running } from '../../support/builders/mission.ts'
import { cards, saveCardBefore } from '../../support/builders/payment.ts'
import type { LiveSocket } from '../../support/client/socket-client.ts'
import { freelancers, enrol, ok, type Persona, smeOwners } from '../../support/personas.ts'
import { readPdf } from '../../support/read-pdf.ts'

const SHARED = join(__dirname, '../../../shared/src')
const reads = readdirSync(SHARED, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.endpoints.ts'))
  .flatMap((file) => Object.values(jest.requireActual<Record<string, Endpoint>>(join(SHARED, file))))
  .filter(({ method, access }) => method === 'GET' && access !== 'admin')

/** Figures that no rule makes equal, so that whose a number is can be told. */
const promises = [
  { capMinor: 91_137, coverMinor: 11_317, units: 1, conditions: { maxShareMinor: 79_119 } },
  { capMinor: 117_311, coverMinor: 12_713, units: 2, conditions: { minFirms: 2 } },
  { capMinor: 153_733, coverMinor: 13_921, units: 4, conditions: { maxShareMinor: 139_101 } },
]
/** Under ten euros a number may be anything: a version, a count, a colour. */
const SMALLEST_TELLING = 1_000

type Document = Record<string, unknown> & { _id: string }

describe('rivals in one mission', () => {
  const app = testApp({ stripe: true })
  let running: Running
  let sockets: LiveSocket[]
  let secrets: Map<string, Set<number>>
  let waiter: Persona

  const joinWith = async ({ owners, need }: OpenNeed): Promise<void> => {
    for (const [at, owner] of owners.entries()) {
      const { id, version } = await aDraftPledge(owner, need.id, promises[at])
      await saveCardBefore(owner)
      ok(await owner.post(`/pledges/${id}/confirmation`, { version, consents: true }))
    }
  }

  beforeAll(async () => {
    const open = await aGroupWithOpenNeed(app, { firms: 3, rules: { visibility: 'group' } })
    const [leader] = open.owners
    sockets = await Promise.all(open.owners.map((owner) => owner.socket()))
    await followAll([`need:${open.need.id}`, `group:${open.id}`])
    await joinWith(open)
    const bidders = await freelancers(app, 2)
    const tiers = [{ minFirms: 2, commonMinor: 173_311, perFirmMinor: 14_207 }]
    const bids = [await bidOnPage(bidders[0]!, open.need, { tiers }), await bidOnPage(bidders[1]!, open.need)]
    for (const stage of ['bidding', 'vote']) {
      ok(await leader!.post(`/needs/${open.need.id}/${stage}`))
      await app.drain()
    }
    const { ballotId = '' } = await getNeed(leader!, open.need.id)
    for (const owner of open.owners) {
      const choices = bids.map((bid, at) => ({ bidId: bid.id, value: at === 0 ? 5 : 2 }))
      ok(await owner.post(`/ballots/${ballotId}/votes`, { abstains: false, choices }))
    }
    ok(await leader!.post(`/ballots/${ballotId}/closing`))
    await app.drain()
    const { missionId = '' } = await getNeed(leader!, open.need.id)
    running = { ...open, bidders, bids, ballot: await getBallot(leader!, ballotId), missionId }
    await followAll([`mission:${missionId}`])
    await workBegins()
    secrets = await secretsOfFirms()
    waiter = await comeToWait()
  }, 120_000)

  /** One more firm of the group, that would come in if a share became free. */
  const comeToWait = async (): Promise<Persona> => {
    const [firm] = await smeOwners(app, 1)
    await enrol(running.id, [firm!])
    await saveCardBefore(firm!)
    await putOnWaitingList(firm!, running.need.id, { capMinor: WAITING_CAP })
    await app.drain()
    return firm!
  }

  const followAll = async (topics: string[]): Promise<void> => {
    await Promise.all(sockets.map((socket) => socket.ask('follow', { topics })))
  }

  /** One firm contests its part, the largest accepts for the others. */
  const workBegins = async (): Promise<void> => {
    for (const party of [running.bidders[0]!, ...running.owners.slice(0, 2)]) await acceptContract(party, running.missionId)
    const milestone = await deliver(app, running)
    const path = `/missions/${running.missionId}/milestones/${milestone.id}`
    ok(await running.owners[0]!.post(`${path}/contestation`, { reason: 'Il manque ma boutique' }))
    ok(await running.owners[2]!.post(`${path}/acceptance`))
    await app.drain()
    await amend()
    await raise()
    await app.jobs()
  }

  /** The price of a common step is lowered, and of an own lot one firm's: everybody has its part of the difference back. */
  const amend = async (): Promise<void> => {
    const freelancer = running.bidders[0]!
    const path = `/missions/${running.missionId}/amendments`
    const [, common, own] = (await getMission(freelancer, running.missionId)).milestones
    const id = newId()
    const changes = [
      { kind: 'price', milestoneId: common!.id, netMinor: common!.amountMinor! - 23_417 },
      { kind: 'price', milestoneId: own!.id, netMinor: 11_113, firmId: running.owners[0]!.organisationId },
    ]
    ok(await freelancer.post(path, { id, reason: 'Une rue de moins', changes, password: freelancer.password }))
    for (const owner of running.owners) {
      const answer = await owner.post(`${path}/${id}/approval`, { password: owner.password })
      if (answer.status !== 409) ok(answer)
    }
    await app.drain()
    const applied = ok(await running.owners[0]!.get(path)).body.items as {
      state: string
      my: { afterMinor: number; beforeMinor: number }
    }[]
    expect(applied.map(({ state }) => state)).toEqual(['applied'])
  }

  /** A common step then becomes dearer, and one firm's own lot: once paid by all, and once more while a card is refused. */
  const raise = async (): Promise<void> => {
    const freelancer = running.bidders[0]!
    const path = `/missions/${running.missionId}/amendments`
    for (const [at, state] of ['applied', 'collecting'].entries()) {
      if (state === 'collecting') await saveCardBefore(running.owners[1]!, cards.refusedWhenCharged)
      const [, common, own] = (await getMission(freelancer, running.missionId)).milestones
      const { myAmountMinor } = (await getMission(running.owners[2]!, running.missionId)).milestones[2]!
      const id = newId()
      const changes = [
        { kind: 'price', milestoneId: common!.id, netMinor: common!.amountMinor! + 31_259 + at * 2_741 },
        { kind: 'price', milestoneId: own!.id, netMinor: myAmountMinor! + 7_333, firmId: running.owners[2]!.organisationId },
      ]
      ok(await freelancer.post(path, { id, reason: 'Une rue de plus', changes, password: freelancer.password }))
      for (const owner of running.owners) {
        const answer = await owner.post(`${path}/${id}/approval`, { password: owner.password })
        if (answer.status !== 409) ok(answer)
      }
      await app.drain()
      expect(ok(await running.owners[0]!.get(path)).body.items[0]).toMatchObject({ state })
    }
  }

  /** Every amount that the database holds of one firm alone, less those of its rivals and those of everybody. */
  const secretsOfFirms = async (): Promise<Map<string, Set<number>>> => {
    const firmIds = running.owners.map(({ organisationId }) => organisationId)
    const shareOwners = new Map<string, string>()
    const amounts = new Map<string, Set<number>>([...firmIds, ''].map((id) => [id, new Set<number>()]))
    const documents = (await everyDocument()).filter(([collection]) => !UNTOLD.has(collection))
    for (const [, { _id, firmId }] of documents.filter(([collection]) => collection === 'shares')) shareOwners.set(_id, String(firmId))
    const visit = (value: unknown, owner: string): void => {
      if (Array.isArray(value)) return value.forEach((one) => visit(one, owner))
      if (value === null || typeof value !== 'object') return
      const { firmId, organisationId, shareId } = value as Record<string, unknown>
      const named = [firmId, organisationId, shareOwners.get(String(shareId))].find((id) => amounts.has(String(id)))
      const whose = named === undefined ? owner : String(named)
      for (const [key, inner] of Object.entries(value)) {
        if (typeof inner === 'number' && key.endsWith('Minor')) amounts.get(whose)!.add(inner)
        else visit(inner, whose)
      }
    }
    for (const [, document] of documents) visit(document, '')
    return new Map(
      firmIds.map((id) => {
        const others = [...amounts].filter(([other]) => other !== id).flatMap(([, numbers]) => [...numbers])
        return [id, new Set([...amounts.get(id)!].filter((amount) => amount >= SMALLEST_TELLING && !others.includes(amount)))]
      }),
    )
  }

  const everyDocument = async (): Promise<[string, Document][]> => {
    const db = app.database.db()
    const names = (await db.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name)
    const all = await Promise.all(
      names.map(async (name) => (await db.collection<Document>(name).find().toArray()).map((one): [string, Document] => [name, one])),
    )
    return all.flat()
  }

  /** Each id that a path may ask for: what everybody shares, and of each firm what is its own. */
  const idsFor = (): Record<string, string[]> => ({
    needId: [running.need.id],
    groupId: [running.id],
    missionId: [running.missionId],
    ballotId: [running.ballot.id],
    bidId: running.bids.map(({ id }) => id),
    organisationId: [...running.owners, running.association, ...running.bidders].map(({ organisationId }) => organisationId),
    ...privateIds,
  })
  const privateIds: Record<string, string[]> = {}

  const pathsOf = ({ path }: Endpoint): string[] =>
    [...path.matchAll(/:(\w+)/g)].reduce<string[]>(
      (paths, [param, name = '']) => paths.flatMap((one) => (idsFor()[name] ?? []).map((id) => one.replace(param, id))),
      [path],
    )

  const readAll = async (reader: Persona): Promise<{ path: string; text: string }[]> => {
    const answers: { path: string; text: string }[] = []
    for (const endpoint of reads) {
      for (const path of pathsOf(endpoint)) {
        const answer = await reader.get(path)
        if (answer.status >= 500) throw new Error(`${path} ${answer.text}`)
        const isPdf = answer.status === 200 && endpoint.file === 'application/pdf'
        answers.push({ path, text: isPdf ? (await readPdf(await reader.download(path))).text : answer.text })
      }
    }
    return answers
  }

  const heardBy = (socket: LiveSocket) =>
    JSON.stringify([...socket.all('changed'), ...socket.all('messages'), ...socket.all('head'), ...socket.all('typing')])

  /** What chance writes, and any figure may stand in: ids, hashes and tokens, and moments with their thousandths of a second. */
  const BY_CHANCE = /[\w-]{24,}|\d{4}-\d\d-\d\dT[\d:.]+Z/g

  const holds = (whole: string, amountMinor: number): boolean => {
    const text = whole.replaceAll(BY_CHANCE, '…')
    return (
      new RegExp(`(?<![\\d.,-])${amountMinor}(?![\\d])`).test(text) ||
      (['fr', 'en'] as const).some(
        (locale) =>
          text.includes(formatEuros(amountMinor, locale)) ||
          text.includes(formatEuros(amountMinor, locale).replaceAll('\u00a0', ' ')) ||
          text.includes(formatPlainEuros(amountMinor, locale)),
      )
    )
  }

  it('finds a figure however it is written, and none within an id or a moment', () => {
    const found = [
      '{"partMinor":1733}',
      'Part : 17,33 €.',
      'Part: €17.33.',
      'Part ;17,33;',
      'Remboursé : -17,33 €',
      'Entreprise 217,33 €',
      '"x1733y"',
    ]
    const others = ['"01a22809-76c1-1733-ac2e-69e2c1a1733d"', '"at":"2026-11-29T16:00:17.331Z"', '"pm_QpW1733eRtYuIoPaSdFgHjK"']
    expect(found.filter((text) => !holds(text, 1733))).toEqual([])
    expect(others.filter((text) => holds(text, 1733))).toEqual([])
  })

  beforeAll(async () => {
    const db = app.database.db()
    const idsIn = async (collection: string, filter: object) =>
      (await db.collection<Document>(collection).find(filter).toArray()).map(({ _id }) => _id)
    const byParam: Record<string, [string, object]> = {
      pledgeId: ['pledges', { needId: running.need.id }],
      shareId: ['shares', { missionId: running.missionId }],
      roomId: ['rooms', {}],
    }
    for (const [param, [collection, filter]] of Object.entries(byParam)) privateIds[param] = await idsIn(collection, filter)
  })

  it('each have figures of their own to keep', () => {
    for (const [at, { organisationId }] of running.owners.entries()) {
      const { capMinor, coverMinor } = promises[at]!
      expect([...secrets.get(organisationId)!]).toEqual(expect.arrayContaining([capMinor, coverMinor]))
    }
  })

  it('are asked about at every endpoint that answers', () => {
    const untried = reads.filter((endpoint) => pathsOf(endpoint).length === 0).map(({ path }) => path)
    expect(untried.sort()).toEqual(ELSEWHERE)
  })

  it.each([0, 1, 2])(
    'cannot read each other’s figures in any answer, file or event: reader %i',
    async (at) => {
      const reader = running.owners[at]!
      const answers = await readAll(reader)
      const events = { path: 'events', text: heardBy(sockets[at]!) }
      const letters = (await app.mails())
        .filter(({ to }) => to === reader.email)
        .map(({ template, subject, text, html }) => ({ path: `letter ${template}`, text: [subject, text, html].join('\n') }))
      const own = secrets.get(reader.organisationId)!
      const read = [...answers, events, ...letters]
      // What is looked for can be found: the reader's own figures are.
      expect([...own].filter((amount) => read.some(({ text }) => holds(text, amount))).length).toBeGreaterThan(3)
      const rivals = running.owners.filter((owner) => owner !== reader)
      const leaks = rivals.flatMap((rival) =>
        [...secrets.get(rival.organisationId)!].flatMap((amount) =>
          read.filter(({ text }) => holds(text, amount)).map(({ path }) => `${path} tells ${amount} of ${rival.organisationName}`),
        ),
      )
      expect(leaks).toEqual([])
      expect((await getMission(reader, running.missionId)).state).toBe('active')
    },
    60_000,
  )

  it('nor can a firm that waits for a share read them, and what it would pay at most is read by nobody else', async () => {
    const seen = await readAll(waiter)
    expect(seen.some(({ text }) => holds(text, WAITING_CAP))).toBe(true)
    const leaks = running.owners.flatMap(({ organisationId, organisationName }) =>
      [...secrets.get(organisationId)!].flatMap((amount) =>
        seen.filter(({ text }) => holds(text, amount)).map(({ path }) => `${path} tells ${amount} of ${organisationName}`),
      ),
    )
    expect(leaks).toEqual([])
    for (const other of [running.owners[0]!, running.association]) {
      const told = (await readAll(other)).filter(({ text }) => holds(text, WAITING_CAP)).map(({ path }) => path)
      expect(told).toEqual([])
    }
  }, 60_000)
})

/** As no other figure here. */
const WAITING_CAP = 88_123
/** What the platform keeps for itself: no answer is made of it. */
const UNTOLD = new Set(['outbox', 'audit_log', 'idempotency_records'])
/** Asked for by something else than an id of this mission. */
const ELSEWHERE = ['/invitations/:token', '/objections/:ballotId/:objectionId', '/share-offers/:offerId', '/sirets/:siret']
