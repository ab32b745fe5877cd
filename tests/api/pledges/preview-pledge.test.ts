import type { PledgePreview, ShareKeysView } from '@mutuo/shared/pledges/pledge.schema.ts'
import { testApp } from '../../support/app.ts'
import {
  aNeedWithPledges,
  anOpenNeed,
  aPledgedNeed,
  aPledgeInput,
  dayIn,
  getNeed,
  type PledgedNeed,
  type PledgeInput,
} from '../../support/builders/need.ts'
import { aSubmittedBid } from '../../support/builders/bid.ts'
import { aFreelancer, ok, type Persona } from '../../support/personas.ts'

describe('asking what a pledge would do', () => {
  const app = testApp()
  let pledged: PledgedNeed
  let guest: Persona

  const preview = async (who: Persona, said: Partial<PledgeInput> = {}): Promise<PledgePreview> => {
    const { id: _, ...promise } = aPledgeInput(said)
    return ok(await who.post(`/needs/${pledged.need.id}/pledge-preview`, promise)).body as PledgePreview
  }

  beforeAll(async () => {
    pledged = await aNeedWithPledges(app, 5)
    guest = pledged.owners[5]!
  }, 60_000)

  it('tells what the firm would pay, how far it is from its cap, and the most it can ever pay', async () => {
    expect(await preview(guest)).toEqual({
      estimatedShareMinor: 45_000,
      estimatedFirms: 6,
      marginMinor: 45_000,
      atMostGrossMinor: 108_000,
      atMostVatMinor: 18_000,
      comesInNow: true,
      firmsIn: 6,
      firmsJoined: 6,
      unblockedBy: [],
      points: [
        { firms: 6, myShareMinor: 45_000, comesIn: true, isNow: true },
        // 60 000 c in seven: the odd cent goes to one firm or another.
        { firms: 7, myShareMinor: expect.closeTo(40_714, -0.5), comesIn: true, isNow: false },
        { firms: 8, myShareMinor: 37_500, comesIn: true, isNow: false },
        { firms: 9, myShareMinor: 35_000, comesIn: true, isNow: false },
      ],
    })
  })

  it('tells what would let it in', async () => {
    const waiting = await preview(guest, { conditions: { minFirms: 7, maxShareMinor: 42_000 } })
    expect(waiting).toMatchObject({ comesInNow: false, firmsIn: 5, firmsJoined: 6, estimatedFirms: 7 })
    expect(waiting.unblockedBy).toContainEqual({ code: 'FIRMS_MISSING', firms: 1 })
    expect(waiting.points.map((point) => point.comesIn)).toEqual([false, true, true, true])
  })

  it('changes nothing, for nobody', async () => {
    const before = await getNeed(guest, pledged.need.id)
    await preview(guest, { conditions: { minFirms: 7 } })
    await preview(pledged.owners[0]!, { capMinor: 300_000 })
    await app.drain()
    expect(await getNeed(guest, pledged.need.id)).toEqual(before)
    expect(await app.database.db().collection('pledges').countDocuments({ needId: pledged.need.id })).toBe(5)
  })

  it('asks what the firm weighs where a lot is divided by it, and shows every key side by side', async () => {
    const lots = pledged.need.content.lots.map((lot) => (lot.kind === 'common' ? { ...lot, shareKey: 'weight' as const } : lot))
    const weighed = await anOpenNeed(pledged.owners[0]!, pledged.id, { lots, weighing: { by: 'turnover' }, minimumShareMinor: 20_000 })
    const { id: _, ...promise } = aPledgeInput()
    const ask = (measure?: number) => guest.post(`/needs/${weighed.id}/pledge-preview`, { ...promise, ...(measure && { measure }) })
    for (const measure of [undefined, 7]) expect(await ask(measure)).toMatchObject({ status: 422, body: { code: 'MEASURE_MISSING' } })
    expect(ok(await ask(5)).body.estimatedShareMinor).toBe(15_000 + 60_000)
    const read = async (who: Persona, needId: string) => ok(await who.get(`/needs/${needId}/share-keys`)).body as ShareKeysView
    const [firm, leader] = await Promise.all([read(guest, pledged.need.id), read(pledged.owners[0]!, pledged.need.id)])
    expect(firm.rows.map(({ key, isCurrent, mine }) => [key, isCurrent, mine?.fromMinor])).toEqual([
      ['mixed', true, expect.any(Number)],
      ['equal', false, 45_000],
      ['units', false, expect.any(Number)],
      ['weight', false, expect.any(Number)],
      ['pledge', false, undefined],
    ])
    expect(firm.rows.some(({ spread }) => spread)).toBe(false)
    expect(leader.rows.find(({ key }) => key === 'equal')?.spread).toEqual({ leastMinor: 51_000, middleMinor: 51_000, mostMinor: 51_000 })
    expect(leader.rows.find(({ key }) => key === 'pledge')?.spread).toBeUndefined()
  })

  it('asks in the place of the pledge that the firm has already made', async () => {
    expect(await preview(pledged.owners[0]!)).toMatchObject({ firmsJoined: 5, estimatedFirms: 5, estimatedShareMinor: 51_000 })
  })

  it('follows the cheapest open bid, and not a sealed one', async () => {
    const freelancer = await aFreelancer(app)
    await aSubmittedBid(freelancer, pledged.need, { tiers: [{ minFirms: 2, commonMinor: 90_000, perFirmMinor: 10_000 }] })
    expect(await preview(guest)).toMatchObject({ estimatedShareMinor: 25_000 })
    expect((await getNeed(guest, pledged.need.id)).curve.basis).toBe('bid')
    expect((await guest.get(`/needs?groupId=${pledged.id}`)).body.items[0]).toMatchObject({
      bidCount: 1,
      myShareFirms: 6,
      myShareMinor: expect.closeTo(10_000 + 7_500 + 12_857, -0.5),
    })

    const careful = { conditions: { requiredProofs: ['liability_insurance' as const] } }
    expect((await preview(guest, careful)).unblockedBy).toContainEqual({ code: 'PROOF_MISSING', proofs: ['liability_insurance'] })
    const { id, version } = ok(await freelancer.get(`/organisations/${freelancer.organisationId}`)).body as { id: string; version: number }
    const insured = { kind: 'liability_insurance', label: 'RC Pro, contrat 12345', until: dayIn(400) }
    ok(await freelancer.patch(`/organisations/${id}`, { version, proofs: [insured] }))
    expect(await preview(guest, careful)).toMatchObject({ comesInNow: true, unblockedBy: [] })

    const sealed = await aPledgedNeed(pledged, 2, { rules: { bidsSealed: true } })
    await aSubmittedBid(freelancer, sealed.need, { tiers: [{ minFirms: 2, commonMinor: 90_000, perFirmMinor: 10_000 }] })
    expect((await getNeed(sealed.owners[0]!, sealed.need.id)).curve.basis).toBe('target')
  })
})
