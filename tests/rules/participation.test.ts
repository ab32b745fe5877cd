import type { NeedTerms } from '@mutuo/shared/needs/need.schema.ts'
import type { Candidate } from '@mutuo/shared/pledges/coalition.ts'
import { basisOf, bidOfferOf, targetOfferOf } from '@mutuo/shared/pledges/need-offer.ts'
import { curveOf, fundingOf, openSharesOf, progressOf, standingOf } from '@mutuo/shared/pledges/participation.rules.ts'
import { coalitionOf } from '@mutuo/shared/pledges/coalition.ts'
import { previewOf } from '@mutuo/shared/pledges/preview.rules.ts'
import { weightOf } from '@mutuo/shared/pledges/weighing.rules.ts'
import { ownPriceOf } from '@mutuo/shared/pledges/bid-price.rules.ts'
import fc from 'fast-check'
import { bid, firm, firms, lots, need } from './support/need-with-firms.ts'

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

  it('counts as promised the shares that caps reach, and nothing of a cap that does not', () => {
    expect(progress([...firms(2), firm('z', 103_999)]).promisedMinor).toBe(208_000)
    expect(progress([...firms(2), firm('z', 104_000)]).promisedMinor).toBe(312_000)
    expect(progress(firms(1)).promisedMinor).toBe(104_000)
  })

  it('says when all are in, and nothing where nobody is', () => {
    expect(progress(firms(3)).hints).toEqual([{ code: 'ALL_IN', firms: 3, pledges: 3 }])
    expect(progress([])).toEqual({ firms: 0, firmsMissing: 3, promisedMinor: 0, isMinimumReached: false, hints: [] })
  })

  it('is reached by the target, though today’s bid is too dear', () => {
    expect(progressOf(need, bidOfferOf(need, bid(900_000)), firms(3, 110_000)).isMinimumReached).toBe(true)
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

  it('is, of two bids that cost the same, that of the first', () => {
    const [first, second] = ['2027-03-01', '2027-03-02'].map((startsOn) => bid(180_000, { startsOn }))
    expect(basisOf(need, [first!, second!], firms(3)).offer.startsOn).toBe('2027-03-01')
  })

  it('is compared at the need’s minimum while fewer firms are there', () => {
    const [flat, falling] = [bid(200_000), bid(0, { tiers: [{ minFirms: 3, commonMinor: 190_000, perFirmMinor: 20_000 }] })]
    expect(basisOf(need, [flat, falling], firms(1)).offer.pricing.tiers).toEqual([
      { minFirms: 3, commonMinor: 190_000, perFirmMinor: 20_000 },
    ])
  })

  it('looks three firms ahead of today, past the target too, and saves nothing before its first tier', () => {
    const small = { ...need, targetFirms: 3 }
    expect(curveOf(small, targetOfferOf(small), 'target', firms(3), firm('a')).points.at(-1)?.firms).toBe(6)
    const late = bidOfferOf(need, bid(0, { tiers: [{ minFirms: 5, commonMinor: 240_000, perFirmMinor: 20_000 }] }))
    expect(curveOf(need, late, 'bid', firms(4), firm('a')).oneMoreSavesMinor).toBe(0)
  })

  it('counts on newcomers who weigh as much as the firms that are there do on average', () => {
    const byWeight = { ...need, lots: [{ ...lots[0]!, shareKey: 'weight' as const }] } as NeedTerms
    const weighed = [3, 5].map((weight, i) => ({ ...firms(2)[i]!, weight }))
    expect([...openSharesOf(targetOfferOf(byWeight).pricing, weighed, 3)!.values()]).toEqual([60_000, 100_000, 80_000])
  })

  it('has twelve points at most', () => {
    const large = { ...need, minFirms: 30, targetFirms: 60 }
    const { points } = curveOf(large, targetOfferOf(large), 'target', firms(20), firm('a'))
    expect([points[0]?.firms, points.at(-1)?.firms]).toEqual([19, 30])
  })

  it('saves nothing where the next firm brings no lower price', () => {
    const dear = { ...need, lots: [lots[1]!] } as NeedTerms
    expect(curveOf(dear, targetOfferOf(dear), 'target', firms(3), firm('a')).oneMoreSavesMinor).toBe(0)
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

  it('reads the price of each number, whoever of the others waits too', () => {
    const waiting = firm('d', 150_000, { maxShareMinor: 65_000 })
    const { points } = previewOf(need, targetOfferOf(need), [...firms(3), waiting], firm('z', 150_000, { minFirms: 6 }))
    expect(points.slice(0, 2).map((point) => [point.firms, point.myShareMinor, point.comesIn])).toEqual([
      [5, 72_000, false],
      [6, 64_000, true],
    ])
  })

  it('counts a firm that has joined once, by what it asks now', () => {
    const preview = previewOf(need, targetOfferOf(need), firms(3), firm('c', 200_000, { minFirms: 4 }))
    expect(preview).toMatchObject({ firmsJoined: 3, comesInNow: false, estimatedFirms: 4, estimatedShareMinor: 84_000 })
  })

  it('looks three firms ahead, as far as the firm’s own number asks, and never more than eight', () => {
    const rows = (minFirms: number) => previewOf(need, targetOfferOf(need), firms(3), firm('z', 150_000, { minFirms })).points
    expect([1, 6, 7, 40].map((minFirms) => rows(minFirms).length)).toEqual([4, 4, 5, 9])
  })

  it('says what would let it in: a lower price or an earlier start', () => {
    const unblockedBy = (conditions: Candidate['conditions']) =>
      previewOf(need, targetOfferOf(need), firms(2), firm('z', 200_000, conditions)).unblockedBy
    expect(unblockedBy({ maxShareMinor: 80_000 })).toEqual([
      { code: 'FIRMS_MISSING', firms: 2 },
      { code: 'PRICE_TOO_HIGH', dropMinor: 24_000 },
    ])
    expect(unblockedBy({ startsBefore: '2027-02-01' })).toContainEqual({ code: 'STARTS_TOO_LATE', startsOn: '2027-02-01' })
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
    ['one where it has nobody', byWeight, 0, undefined, 1],
    ['its headcount where only an own lot is left', { ...byWeight, lots: [lots[1]!], weighing: { by: 'turnover' as const } }, 7, 5, 7],
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
    expect(ready).toMatchObject({ comesInNow: false, firmsIn: 3, unblockedBy: [{ code: 'EXCLUDED_FIRM_IN', firmIds: ['d'] }] })
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
