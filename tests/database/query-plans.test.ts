import mongoose from 'mongoose'
import { v7 as newId } from 'uuid'
import { testApp } from '../support/app.ts'
import { aNeedWithBids } from '../support/builders/bid.ts'
import { testServerKind } from '../support/database/test-database.ts'
import { anOpenNeed, inDays } from '../support/builders/need.ts'
import { ok } from '../support/personas.ts'

/** The embedded default plans an index for the simplest filters only; what it answers is right, and its plans say nothing about MongoDB's. */
const itWhereFiltersArePlanned = testServerKind() === 'default' ? it.skip : it

const COLLECTIONS = ['needs', 'pledges', 'bids', 'need_alerts', 'need_alert_finds', 'need_merges', 'need_templates', 'need_invitations']
const READS = ['find', 'findOne', 'countDocuments']

type Asked = { collection: string; filter: object; sort: Record<string, 1 | -1> | undefined }
type Stage = { stage?: string; inputStage?: Stage; inputStages?: Stage[]; indexName?: string }

const stagesOf = (plan: Stage | undefined): string[] =>
  plan ? [plan.stage ?? '', ...stagesOf(plan.inputStage), ...(plan.inputStages ?? []).flatMap(stagesOf)] : []

describe('what screens and jobs ask of needs, pledges, bids, alerts and merges', () => {
  const app = testApp()
  const asked = new Map<string, Asked>()

  beforeAll(async () => {
    const { need, owners, bidders, association, id, pledges } = await aNeedWithBids(app, 3)
    mongoose.set('debug', (collection: string, method: string, filter: object, options?: { sort?: Record<string, 1 | -1> }) => {
      if (COLLECTIONS.includes(collection) && READS.includes(method)) {
        const shape = `${collection} ${Object.keys(filter).sort().join()} ${JSON.stringify(options?.sort ?? {})}`
        asked.set(shape, { collection, filter, sort: options?.sort })
      }
    })
    const queries = [
      '',
      'sort=newest',
      'sort=nearly_funded',
      'near=42218&sort=nearest',
      'q=ref',
      'skill=local-seo',
      'near=42218&km=20',
      `groupId=${id}`,
      'state=mine',
    ]
    for (const client of [owners[0]!, bidders[0]!, association, app.client()])
      for (const query of queries) ok(await client.get(`/needs?${query}&limit=1`))
    const page = ok(await owners[0]!.get('/needs?state=mine&limit=1')).body as { nextCursor?: string }
    if (page.nextCursor) ok(await owners[0]!.get(`/needs?state=mine&cursor=${page.nextCursor}`))
    for (const path of [`/needs/${need.id}`, `/needs/${need.id}/bids`, `/pledges/${pledges[0]!.id}`]) ok(await owners[0]!.get(path))
    for (const path of ['/bids', `/needs/${need.id}`]) ok(await bidders[0]!.get(path))
    const typed = `title=Boutiques&skills=local-seo&communeCode=42218&groupId=${id}`
    const finding = [`/similar-needs?${typed}`, `/needs/${need.id}/likely-firms`, `/needs/${need.id}/merge`, '/alerts', '/templates']
    for (const path of finding) ok(await owners[0]!.get(path))
    ok(await owners[3]!.post('/alerts', { id: newId(), rhythm: 'daily', skill: 'local-seo', near: '42218', km: 20 }))
    const other = await anOpenNeed(owners[1]!, id)
    const proposal = { id: newId(), otherNeedId: (await anOpenNeed(owners[0]!, id)).id, keeps: 'mine', answersBy: inDays(3) }
    ok(await owners[1]!.post(`/needs/${other.id}/merges`, proposal))
    await app.drain()
    await owners[0]!.post(`/groups/${id}/departure`)
    await app.jobs(new Date(Date.now() + 30 * 86_400_000))
    mongoose.set('debug', false)
  }, 90_000)

  const scans = async ({ collection, filter, sort }: Asked): Promise<boolean> => {
    const cursor = app.database.db().collection(collection).find(filter)
    const { queryPlanner } = (await (sort ? cursor.sort(sort) : cursor).explain('queryPlanner')) as { queryPlanner: { winningPlan: Stage } }
    return stagesOf(queryPlanner.winningPlan).includes('COLLSCAN')
  }

  itWhereFiltersArePlanned('is found by an index, every time', async () => {
    expect(asked.size).toBeGreaterThan(15)
    const found: string[] = []
    for (const [shape, one] of asked) if (await scans(one)) found.push(shape)
    expect(found).toEqual([])
  })

  it('would be told if it were not', async () => {
    expect(await scans({ collection: 'needs', filter: { 'content.title': 'Un titre' }, sort: undefined })).toBe(true)
  })
})
