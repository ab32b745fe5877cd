import { formatEuros } from '@mutuo/shared/money/format.ts'
import type { NeedView } from '@mutuo/shared/needs/need.schema.ts'
import type { PledgeView } from '@mutuo/shared/pledges/pledge.schema.ts'
import { v7 as newId } from 'uuid'
import { testApp } from '../support/app.ts'
import { aReadyPledge, anOpenNeed, dayIn, getNeed, type PledgeInput } from '../support/builders/need.ts'
import { aGroupWithMembers, ok, type Group, type Persona } from '../support/personas.ts'
import { printTable } from '../support/print-ledger.ts'
import { skippingDays } from '../support/skip-days.ts'

const dayMs = 24 * 3600 * 1000
const caps = (euros: number, conditions: PledgeInput['conditions'] = {}): Partial<PledgeInput> => ({ capMinor: euros * 100, conditions })

/** Of 1 800 € in equal parts: 450 € at four, 225 € at eight, 200 € at nine. */
const pledges = [
  caps(600),
  caps(600),
  caps(500),
  caps(500, { minFirms: 4 }),
  caps(600, { maxShareMinor: 30_000 }),
  caps(600, { maxShareMinor: 26_000 }),
  caps(400, { minFirms: 8, startsBefore: dayIn(120) }),
  caps(400, { maxShareMinor: 22_500 }),
  caps(250, { minFirms: 9, maxShareMinor: 20_000 }),
]

describe('nine firms with mixed conditions', () => {
  const app = testApp()
  let group: Group
  let need: NeedView
  let made: PledgeView[] = []
  const steps: object[] = []

  const seen = () => getNeed(group.owners[0]!, need.id)
  const pledgeOf = async (at: number) => ok(await group.owners[at]!.get(`/pledges/${made[at]!.id}`)).body as PledgeView
  const join = async (at: number): Promise<number> => {
    made = [...made, await aReadyPledge(group.owners[at]!, need.id, pledges[at])]
    await app.drain()
    const [first, own] = await Promise.all([pledgeOf(0), pledgeOf(at)])
    steps.push({
      arrive: group.owners[at]!.organisationName,
      plafond: formatEuros(own.capMinor),
      'au moins': own.conditions.minFirms ?? '',
      'au plus': own.conditions.maxShareMinor === undefined ? '' : formatEuros(own.conditions.maxShareMinor),
      engagées: made.length,
      'au tour de table': first.preview.firmsIn,
      'chacune paierait': formatEuros(first.preview.estimatedShareMinor),
      'il lui manque': own.preview.unblockedBy.map((change) => JSON.stringify(Object.values(change))).join(' ou '),
    })
    return first.preview.firmsIn
  }
  const putOff = async (days: number): Promise<void> => {
    const { content } = await seen()
    const later = (at: string) => new Date(new Date(at).getTime() + days * dayMs).toISOString()
    const { gatheringClosesAt, bidsCloseAt, voteClosesAt } = content
    const dates = { gatheringClosesAt: later(gatheringClosesAt), bidsCloseAt: later(bidsCloseAt), voteClosesAt: later(voteClosesAt) }
    ok(await group.owners[0]!.post(`/needs/${need.id}/extension`, dates))
    await app.drain()
  }
  const skipDays = skippingDays(app)
  const newsOf = async (owner: Persona, kind: string) =>
    (ok(await owner.get('/notifications')).body.items as { kind: string }[]).filter((item) => item.kind === kind).length

  beforeAll(async () => {
    group = await aGroupWithMembers(app, 9)
    const lots = [
      {
        id: newId(),
        kind: 'common' as const,
        title: 'Une boutique commune',
        description: '',
        targetMinor: 180_000,
        shareKey: 'equal' as const,
      },
    ]
    need = await anOpenNeed(group.owners[0]!, group.id, { lots, minFirms: 4, targetFirms: 9, startsOn: dayIn(60) })
  }, 60_000)
  afterAll(() => {
    printTable('Le tour de table, firme après firme', steps)
  })

  it('four find each other; three more wait for what the first four cannot give', async () => {
    for (const at of [0, 1, 2]) expect(await join(at)).toBe(0)
    expect(await join(3)).toBe(4)
    for (const at of [4, 5]) expect(await join(at)).toBe(4)
    expect((await pledgeOf(4)).preview).toMatchObject({
      comesInNow: false,
      unblockedBy: expect.arrayContaining([{ code: 'FIRMS_MISSING', firms: 1 }]),
    })
  }, 60_000)

  it('the deadline is put off twice: every pledge stays, and each firm is told once each time', async () => {
    await skipDays(8)
    await putOff(7)
    expect(await join(6)).toBe(4)
    await skipDays(7)
    await putOff(5)
    const all = await Promise.all(made.map((_, at) => pledgeOf(at)))
    expect(all.map(({ state, version }, at) => [state, version - made[at]!.version])).toEqual(made.map(() => ['ready', 0]))
    expect(await Promise.all(group.owners.slice(0, 6).map((owner) => newsOf(owner, 'need.extended')))).toEqual([2, 2, 2, 2, 2, 2])
    expect((await seen()).state).toBe('gathering')
  }, 60_000)

  it('with the eighth, four come in at once, and with the ninth everybody pays 200 €', async () => {
    expect(await join(7)).toBe(8)
    expect((await pledgeOf(0)).preview.estimatedShareMinor).toBe(22_500)
    expect(await join(8)).toBe(9)
    const all = await Promise.all(made.map((_, at) => pledgeOf(at)))
    expect(all.map(({ preview }) => [preview.comesInNow, preview.estimatedShareMinor])).toEqual(made.map(() => [true, 20_000]))
    expect((await seen()).hints.find(({ code }) => code === 'FIRMS_MISSING')).toBeUndefined()
  }, 60_000)
})
