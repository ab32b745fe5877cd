import type { NeedTerms } from '@mutuo/shared/needs/need.schema.ts'
import type { Candidate } from '@mutuo/shared/pledges/coalition.ts'
import { basisOf, bidOfferOf, targetOfferOf, type BidTerms } from '@mutuo/shared/pledges/need-offer.ts'
import { curveOf, fundingOf, openSharesOf, progressOf, standingOf } from '@mutuo/shared/pledges/participation.rules.ts'
import { coalitionOf } from '@mutuo/shared/pledges/coalition.ts'
import { previewOf } from '@mutuo/shared/pledges/preview.rules.ts'
import { shareKeysOf } from '@mutuo/shared/pledges/share-keys.rules.ts'
import { weightOf } from '@mutuo/shared/pledges/weighing.rules.ts'
import { bidTotalOf, milestoneAmountsOf, ownPriceOf } from '@mutuo/shared/pledges/bid-price.rules.ts'
import fc from 'fast-check'

const lots = [
  { id: 'plan', kind: 'common' as const, title: 'Plan', description: '', targetMinor: 240_000, shareKey: 'equal' as const },
  { id: 'sheet', kind: 'own' as const, title: 'Fiche', description: '', targetMinor: 24_000 },
]
const need: NeedTerms = { id: 'need', lots, minFirms: 3, targetFirms: 6, startsOn: '2027-02-01' }
const firm = (firmId: string, capMinor = 200_000, conditions: Candidate['conditions'] = {}): Candidate => ({
  firmId,
  capMinor,
  conditions,
  units: 1,
  pledgedAt: new Date(firmId.charCodeAt(0)),
})
const firms = (count: number, capMinor?: number) => Array.from({ length: count }, (_, i) => firm(String.fromCharCode(97 + i), capMinor))
const bid = (commonMinor: number, more: Partial<BidTerms> = {}): BidTerms => ({
  tiers: [{ minFirms: 1, commonMinor, perFirmMinor: 20_000 }],
  commonLots: [{ lotId: 'plan', partBp: 10_000 }],
  ownLots: [{ lotId: 'sheet', partBp: 10_000 }],
  startsOn: '2027-03-01',
  ...more,
})

describe('how far a need is', () => {
  const progress = (candidates: Candidate[]) => progressOf(need, targetOfferOf(need), candidates)

  it('misses firms until the minimum is reached', () => {
    expect([0, 1, 2, 3, 4].map((count) => progress(firms(count)).firmsMissing)).toEqual([3, 2, 1, 0, 0])
    expect([2, 3].map((count) => progress(firms(count)).isMinimumReached)).toEqual([false, true])
  })

  it('is not reached by firms whose caps do not carry the price', () => {
    expect(progress(firms(3, 100_000))).toMatchObject({ isMinimumReached: false, firms: 3, firmsMissing: 1 })
  })

  it('does not count a firm that waits for more than are there', () => {
    const waiting = [...firms(2), firm('z', 200_000, { minFirms: 5 })]
    expect(progress(waiting)).toMatchObject({ isMinimumReached: false, hints: [{ code: 'FIRMS_MISSING', firms: 1, pledges: 2 }] })
  })

  it('says the prices at the minimum and at the target', () => {
    expect(fundingOf(need, progress(firms(3)))).toEqual({
      firms: 3,
      minFirms: 3,
      targetFirms: 6,
      firmsMissing: 0,
      promisedMinor: 312_000,
      minimumMinor: 312_000,
      targetMinor: 384_000,
      isMinimumReached: true,
    })
  })

  it('shows nothing from which a cap could be read: all that carry the price look alike', () => {
    const caps = fc.array(fc.integer({ min: 130_000, max: 900_000 }), { minLength: 3, maxLength: 6 })
    fc.assert(
      fc.property(caps, (each) => {
        const candidates = each.map((capMinor, i) => firm(String.fromCharCode(97 + i), capMinor))
        const alike = candidates.map((candidate) => ({ ...candidate, capMinor: 900_000 }))
        const offer = targetOfferOf(need)
        expect(progress(candidates)).toEqual(progress(alike))
        expect(curveOf(need, offer, 'target', candidates, candidates[0]!)).toEqual(curveOf(need, offer, 'target', alike, alike[0]!))
      }),
    )
  })
})

describe('the price that firms see', () => {
  it('falls with each firm and never speaks of caps', () => {
    const curve = curveOf(need, targetOfferOf(need), 'target', firms(3, 100), firm('me', 0))
    expect(curve.points.map((point) => [point.firms, point.myShareMinor, point.isNow])).toEqual([
      [2, 144_000, false],
      [3, 104_000, true],
      [4, 84_000, false],
      [5, 72_000, false],
      [6, 64_000, false],
    ])
    expect(curve.oneMoreSavesMinor).toBe(20_000)
  })

  it('divides a lot by pledge without a cap holding anybody back', () => {
    const byPledge = { ...need, lots: [{ ...lots[0]!, shareKey: 'pledge' as const }] } as NeedTerms
    const shares = openSharesOf(targetOfferOf(byPledge).pricing, [firm('a', 30_000), firm('b', 60_000), firm('c', 30_000)], 3)
    expect([...shares!.values()]).toEqual([60_000, 120_000, 60_000])
  })

  it('comes from the cheapest open bid for the firms that are there', () => {
    expect(basisOf(need, [], firms(3)).basis).toBe('target')
    const { basis, offer } = basisOf(
      need,
      [bid(220_000), bid(180_000), bid(150_000, { tiers: [{ minFirms: 9, commonMinor: 1, perFirmMinor: 1 }] })],
      firms(3),
    )
    expect(basis).toBe('bid')
    expect(offer.pricing.tiers).toEqual([{ minFirms: 3, commonMinor: 180_000, perFirmMinor: 20_000 }])
  })

  it('works for a need of own lots only, and of common lots only', () => {
    for (const kept of [[lots[0]!], [lots[1]!]]) {
      const only = { ...need, lots: kept } as NeedTerms
      expect(progressOf(only, targetOfferOf(only), firms(3)).isMinimumReached).toBe(true)
      expect(curveOf(only, targetOfferOf(only), 'target', firms(3), firm('a')).points.length).toBeGreaterThan(3)
    }
  })
})

describe('how a pledge stands', () => {
  const standing = (candidate: Candidate, others: Candidate[]) => standingOf(need, targetOfferOf(need), candidate, [...others, candidate])

  it('waits while its own conditions do not hold', () => {
    expect(standing(firm('z'), firms(1))).toBe('engaged')
    expect(standing(firm('z', 200_000, { minFirms: 5 }), firms(2))).toBe('conditional')
    expect(standing(firm('z', 200_000, { minFirms: 3 }), firms(2))).toBe('engaged')
    expect(standing(firm('z', 200_000, { maxShareMinor: 103_999 }), firms(2))).toBe('conditional')
    expect(standing(firm('z', 200_000, { maxShareMinor: 104_000 }), firms(2))).toBe('engaged')
    expect(standing(firm('z', 200_000, { startsBefore: '2027-02-01' }), firms(2))).toBe('conditional')
  })

  it('does not tell that a cap is too low', () => {
    expect(standing(firm('z', 100), firms(2))).toBe('engaged')
  })
})

describe('what a pledge would do', () => {
  it('comes in when the others and its conditions allow it', () => {
    const preview = previewOf(need, targetOfferOf(need), firms(2), firm('z', 150_000))
    expect(preview).toMatchObject({
      comesInNow: true,
      firmsIn: 3,
      firmsJoined: 3,
      estimatedFirms: 3,
      estimatedShareMinor: 104_000,
      marginMinor: 46_000,
      atMostGrossMinor: 180_000,
      atMostVatMinor: 30_000,
      unblockedBy: [],
    })
    expect(preview.points.map((point) => [point.firms, point.myShareMinor, point.comesIn, point.isNow])).toEqual([
      [3, 104_000, true, true],
      [4, 84_000, true, false],
      [5, 72_000, true, false],
      [6, 64_000, true, false],
    ])
  })

  it('says how many firms are missing and what it would pay then', () => {
    const preview = previewOf(need, targetOfferOf(need), firms(3), firm('z', 150_000, { minFirms: 6 }))
    expect(preview).toMatchObject({ comesInNow: false, firmsIn: 3, estimatedFirms: 6, estimatedShareMinor: 64_000 })
    expect(preview.unblockedBy).toEqual([{ code: 'FIRMS_MISSING', firms: 2 }])
    expect(preview.points.map((point) => point.comesIn)).toEqual([false, false, true, true])
  })

  it('keeps solidarity out of what may be asked at the award', () => {
    const preview = previewOf(need, targetOfferOf(need), firms(2), { ...firm('z', 150_000), coverMinor: 40_000 })
    expect(preview).toMatchObject({ estimatedShareMinor: 104_000, marginMinor: 6_000, atMostGrossMinor: 180_000 })
  })

  it('estimates by the key alone while caps do not reach the price', () => {
    const preview = previewOf(need, targetOfferOf(need), [], firm('z', 70_000))
    expect(preview).toMatchObject({ comesInNow: false, estimatedFirms: 3, estimatedShareMinor: 104_000, marginMinor: 0 })
  })
})

describe("a bid's price for one firm", () => {
  it('is the share of the coalition that it would get, at one firm fewer, now and one more', () => {
    const { prices, share } = ownPriceOf(need, bid(240_000), firms(4), firm('a'))
    expect(prices.map((price) => [price.firms, price.shareMinor, price.isNow])).toEqual([
      [3, 100_000, false],
      [4, 80_000, true],
      [5, 68_000, false],
    ])
    expect(Object.fromEntries(share!.lots)).toEqual({ plan: 60_000, sheet: 20_000 })
  })

  it('stops at the cap, and is impossible where the caps together do not reach', () => {
    const candidates = [firm('a', 70_000), ...firms(4, 95_000).slice(1)]
    const { prices } = ownPriceOf(need, bid(240_000), candidates, candidates[0]!)
    expect(prices.map((price) => [price.firms, price.shareMinor, price.isAtCap])).toEqual([
      [3, null, false],
      [4, 70_000, true],
      [5, 68_000, false],
    ])
  })

  it('counts totals and milestones as the award will', () => {
    const priced = {
      ...bid(240_001),
      milestones: [
        { id: 'm1', lotId: 'plan', partOfLotBp: 5_000 },
        { id: 'm2', lotId: 'plan', partOfLotBp: 5_000 },
        { id: 'm3', lotId: 'sheet', partOfLotBp: 10_000 },
      ],
    }
    expect(bidTotalOf(need, priced, 4)).toBe(320_001)
    const amounts = milestoneAmountsOf(need, priced, 4)
    expect(amounts[2]).toBe(80_000)
    expect(amounts.reduce((sum, amount) => sum + amount, 0)).toBe(320_001)
    expect(bidTotalOf(need, bid(1, { tiers: [{ minFirms: 5, commonMinor: 1, perFirmMinor: 1 }] }), 4)).toBeNull()
  })

  it('has no price below its own first tier, even where the need would start', () => {
    const late = bidOfferOf(need, bid(0, { tiers: [{ minFirms: 5, commonMinor: 240_000, perFirmMinor: 20_000 }] }))
    expect(curveOf(need, late, 'bid', firms(3), firm('a')).points.map((point) => point.firms)).toEqual([5, 6])
  })

  it('is offered from the minimum of the need on, by the tier that holds there', () => {
    const tiers = [
      { minFirms: 1, commonMinor: 300_000, perFirmMinor: 20_000 },
      { minFirms: 2, commonMinor: 270_000, perFirmMinor: 20_000 },
      { minFirms: 5, commonMinor: 240_000, perFirmMinor: 20_000 },
    ]
    expect(bidOfferOf(need, bid(0, { tiers })).pricing.tiers).toEqual([{ ...tiers[1], minFirms: 3 }, tiers[2]])
  })
})

describe('every share key side by side', () => {
  const shops = (units: number[]) =>
    firms(units.length).map((one, i) => ({ ...one, units: units[i]!, weight: units[i]!, capMinor: 50_000 * (i + 1) }))
  const rows = (me: string | null, terms = need, list = shops([1, 1, 2, 4])) =>
    shareKeysOf(terms, targetOfferOf(terms), list, list.find((one) => one.firmId === me) ?? null)
  const by = (key: string, list: ReturnType<typeof rows>) => list.find((row) => row.key === key)

  it('says what each would cost the firm, and which one is the need’s', () => {
    expect(rows('d').map((row) => [row.key, row.isCurrent, row.mine?.fromMinor])).toEqual([
      ['equal', true, 84_000],
      ['units', false, 144_000],
      ['weight', false, 144_000],
      // Its part of all that is put in is 200 of 500: in the fifth tenth of 240 000.
      ['pledge', false, 24_000 + 96_000],
    ])
  })

  it('gives a tenth and no spread where exact figures would speak of caps', () => {
    expect(by('pledge', rows('d'))).toMatchObject({ mine: { fromMinor: 120_000, toMinor: 144_000 }, spread: null })
    const [poorer, richer] = [50_000, 90_000].map((capMinor) => {
      const list = shops([1, 1, 2, 4]).map((one) => (one.firmId === 'b' ? { ...one, capMinor } : one))
      return shareKeysOf(need, targetOfferOf(need), list, list[3]!)
    })
    expect(poorer).toEqual(richer)
    expect(by('pledge', rows('d', { ...need, lots: [{ ...lots[0]!, shareKey: 'pledge' }] as never }))?.spread).toBeNull()
  })

  it('shows organisers how far the firms lie apart, from four firms on', () => {
    expect(by('units', rows(null))).toMatchObject({ mine: null, spread: { leastMinor: 54_000, middleMinor: 84_000, mostMinor: 144_000 } })
    expect(by('units', rows(null, need, shops([1, 1, 2])))?.spread).toBeNull()
  })

  it('is one row more where lots have keys of their own, and none without a common lot', () => {
    const mixed = { ...need, lots: [...lots, { ...lots[0]!, id: 'care', shareKey: 'units' as const }] }
    expect(rows('d', mixed)[0]).toMatchObject({ key: 'mixed', isCurrent: true, mine: { fromMinor: 24_000 + 60_000 + 120_000 } })
    expect(rows('d', { ...need, lots: [lots[1]!] })).toEqual([])
  })
})

describe('what firms weigh and the least they pay', () => {
  const byWeight = { ...need, lots: [{ ...lots[0]!, shareKey: 'weight' as const }, lots[1]!] }
  const code = (run: () => unknown) => {
    try {
      return run()
    } catch (error) {
      return (error as { code: string }).code
    }
  }

  it.each([
    ['the headcount it has given', byWeight, 7, undefined, 7],
    ['one where it has given none', byWeight, null, undefined, 1],
    ['its band of turnover', { ...byWeight, weighing: { by: 'turnover' as const } }, 7, 5, 6],
    ['nothing in a band that does not exist', { ...byWeight, weighing: { by: 'turnover' as const } }, 7, 7, 'MEASURE_MISSING'],
    ['its own figure', { ...byWeight, weighing: { by: 'own' as const, measure: 'mètres de vitrine' } }, 7, 12, 12],
    [
      'nothing without its figure',
      { ...byWeight, weighing: { by: 'own' as const, measure: 'mètres de vitrine' } },
      7,
      undefined,
      'MEASURE_MISSING',
    ],
    ['its headcount where no lot asks', { ...need, weighing: { by: 'turnover' as const } }, 7, undefined, 7],
  ])('a firm weighs %s', (_, terms, headcount, measure, weight) => expect(code(() => weightOf(terms, headcount, measure))).toBe(weight))

  it('the need’s minimum lifts small parts, in the curve, the coalition and a bid alike', () => {
    const least = { ...byWeight, minimumShareMinor: 60_000 }
    const list = firms(4, 300_000).map((one, i) => ({ ...one, weight: i === 3 ? 21 : 1 }))
    const shareOf = (terms: NeedTerms, offer = targetOfferOf(terms)) => coalitionOf(offer, list).shares.get('a')?.shareMinor
    expect([shareOf(byWeight), shareOf(least)]).toEqual([34_000, 60_000])
    expect(curveOf(least, targetOfferOf(least), 'target', list, list[0]!).points.find((point) => point.isNow)?.myShareMinor).toBe(60_000)
    expect(shareOf(least, bidOfferOf(least, bid(240_000)))).toBe(60_000)
    expect(ownPriceOf(least, bid(240_000), list, list[0]!).share?.shareMinor).toBe(60_000)
  })
})

describe('a preview and those who exclude each other', () => {
  const open = () => targetOfferOf(need)
  const excludes = (...firmIds: string[]) => ({ excludedFirmIds: firmIds })

  it('is the same for everybody, whether another excludes them or not', () => {
    const candidates = firms(4)
    const secret = candidates.map((one) => (one.firmId === 'a' ? { ...one, conditions: excludes('d') } : one))
    for (const me of [candidates[1]!, candidates[3]!])
      expect(previewOf(need, open(), secret, me)).toEqual(previewOf(need, open(), candidates, me))
    expect(progressOf(need, open(), secret)).toEqual(progressOf(need, open(), candidates))
  })

  it('keeps the firm that excludes out while the other has joined, and tells it nothing of that one’s conditions', () => {
    const me = firm('a', 200_000, excludes('d'))
    const [ready, waiting] = [undefined, 9].map((minFirms) => previewOf(need, open(), [...firms(3), firm('d', 200_000, { minFirms })], me))
    expect(ready).toMatchObject({ comesInNow: false, unblockedBy: [{ code: 'EXCLUDED_FIRM_IN', firmIds: ['d'] }] })
    expect(waiting).toMatchObject({ comesInNow: false, unblockedBy: [{ code: 'EXCLUDED_FIRM_IN', firmIds: ['d'] }] })
    expect(previewOf(need, open(), firms(3), me)).toMatchObject({ comesInNow: true, unblockedBy: [] })
  })

  it('names the proof that is missing, and says without a figure that all caps together do not reach', () => {
    const bidOffer = bidOfferOf(need, bid(240_000, { proofs: ['siret'] }))
    const careful = firm('z', 200_000, { requiredProofs: ['liability_insurance'] })
    expect(previewOf(need, bidOffer, firms(3), careful).unblockedBy).toContainEqual({
      code: 'PROOF_MISSING',
      proofs: ['liability_insurance'],
    })
    expect(previewOf(need, open(), firms(3, 80_000), firm('z', 80_000)).unblockedBy).toContainEqual({ code: 'CAPS_TOO_LOW' })
  })
})
