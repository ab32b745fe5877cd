import fc from 'fast-check'
import { refusalOf } from '@mutuo/shared/bids/bid.rules.ts'
import { exactSharesOf, firmSharesOf } from '@mutuo/shared/bids/firm-shares.ts'
import { compareKeys, ownPriceCurve, savingOfOneMore } from '@mutuo/shared/bids/price-curve.ts'
import { mostMinorOf, pricingOfBid, pricingOfTarget, tierFor, totalFor, type PricedFirm } from '@mutuo/shared/bids/pricing.ts'
import { sumMinor } from '@mutuo/shared/money/money.ts'
import { arbitraryFirms, arbitraryPricing, shuffled } from './support/arbitrary-pricing.ts'

const firm = (firmId: string, more: Partial<PricedFirm> = {}): PricedFirm => ({ firmId, capMinor: 1_000_000, ...more })
const firms = (count: number, more: Partial<PricedFirm> = {}) => Array.from({ length: count }, (_, i) => firm(`firm-${i}`, more))
const lots = [
  { id: 'plan', kind: 'common', targetMinor: 240_000, shareKey: 'equal' },
  { id: 'suivi', kind: 'common', targetMinor: 96_000, shareKey: 'units' },
  { id: 'fiches', kind: 'own', targetMinor: 24_000 },
] as const
const bid = {
  tiers: [
    { minFirms: 4, commonMinor: 240_000, perFirmMinor: 12_000 },
    { minFirms: 6, commonMinor: 240_000, perFirmMinor: 9_000 },
    { minFirms: 8, commonMinor: 200_000, perFirmMinor: 9_000 },
  ],
  commonLots: [
    { lotId: 'plan', partBp: 7000 },
    { lotId: 'suivi', partBp: 3000 },
  ],
  ownLots: [{ lotId: 'fiches', partBp: 10_000 }],
}

describe('the price of a bid', () => {
  it('follows the tier that the number of firms has reached', () => {
    expect([3, 4, 5, 6, 9].map((n) => tierFor(bid.tiers, n)?.perFirmMinor ?? null)).toEqual([null, 12_000, 12_000, 9_000, 9_000])
    expect([3, 4, 6, 8].map((n) => totalFor(pricingOfBid(bid, lots), firms(n)))).toEqual([null, 288_000, 294_000, 272_000])
  })

  it('divides each common lot by its own key and shows where a share comes from', () => {
    const six = [firm('bakery', { units: 2 }), ...firms(5)]
    const priced = firmSharesOf(pricingOfBid(bid, lots), six)
    expect(priced.isFunded && priced.shares.get('bakery')).toMatchObject({
      shareMinor: 28_000 + 20_571 + 9_000,
      ownMinor: 9_000,
      lots: new Map([
        ['fiches', 9_000],
        ['plan', 28_000],
        ['suivi', 20_571],
      ]),
    })
  })

  it('spreads over the others what passes a cap, and says what the key alone gave', () => {
    const pricing = pricingOfBid({ tiers: [{ minFirms: 1, commonMinor: 552_000, perFirmMinor: 0 }] })
    const priced = firmSharesOf(pricing, [firm('bakery', { capMinor: 86_000 }), ...firms(5)])
    expect(priced.isFunded && priced.shares.get('bakery')).toMatchObject({ shareMinor: 86_000, byKeyMinor: 92_000, isAtCap: true })
    expect(priced.isFunded && priced.shares.get('firm-0')).toMatchObject({ shareMinor: 93_200, isAtCap: false })
  })

  it('keeps the cover out of the share', () => {
    const pricing = pricingOfBid({ tiers: [{ minFirms: 1, commonMinor: 100_000, perFirmMinor: 0 }] })
    const priced = firmSharesOf(pricing, [firm('a', { capMinor: 50_000, coverMinor: 4_000 }), firm('b')])
    expect(priced.isFunded && [...priced.shares.values()].map((share) => share.shareMinor)).toEqual([46_000, 54_000])
  })

  it('prices scopes by firm or by unit, and not for a firm that takes none', () => {
    const pricing = pricingOfBid({
      tiers: [{ minFirms: 1, commonMinor: 0, perFirmMinor: 1_000 }],
      scopes: [
        { lotId: 'fiches', per: 'unit', priceMinor: 24_000 },
        { lotId: 'visite', per: 'firm', priceMinor: 5_000 },
      ],
    })
    const priced = firmSharesOf(pricing, [firm('a', { units: 2 }), firm('b', { unitsByLot: { fiches: 0, visite: 0 } })])
    expect(priced.isFunded && [...priced.shares.values()].map((share) => share.shareMinor)).toEqual([54_000, 1_000])
  })

  it('is impossible for too few firms, and where the caps do not reach it', () => {
    expect(firmSharesOf(pricingOfBid(bid, lots), firms(3))).toMatchObject({ isFunded: false, reason: 'TOO_FEW_FIRMS', firmsMissing: 1 })
    expect(firmSharesOf(pricingOfBid(bid, lots), firms(4, { capMinor: 60_000 }))).toMatchObject({
      isFunded: false,
      reason: 'CAPS_TOO_LOW',
      shortfallMinor: 48_000,
    })
    expect(firmSharesOf(pricingOfBid(bid, lots), [...firms(4), firm('poor', { capMinor: 10_000 })])).toMatchObject({
      isFunded: false,
      shortfallMinor: 2_000,
    })
  })

  it('is the target before the first bid', () => {
    expect(totalFor(pricingOfTarget(lots), firms(5))).toBe(336_000 + 5 * 24_000)
    expect(totalFor(pricingOfTarget([lots[2]]), firms(5))).toBe(5 * 24_000)
  })
})

describe("a firm's own price", () => {
  it('falls with each firm that joins, and says what one more would save', () => {
    const pricing = pricingOfBid({ tiers: [{ minFirms: 4, commonMinor: 300_000, perFirmMinor: 0 }] })
    const curve = ownPriceCurve({ pricing, firms: firms(5), firmId: 'firm-0', from: 3, upTo: 8 })
    expect(curve.map((point) => [point.firms, point.shareMinor, point.isNow])).toEqual([
      [3, null, false],
      [4, 75_000, false],
      [5, 60_000, true],
      [6, 50_000, false],
      [7, 42_857, false],
      [8, 37_500, false],
    ])
    expect(savingOfOneMore(curve)).toBe(10_000)
  })

  it('has no saving to show where there is no next price', () => {
    const pricing = pricingOfBid({ tiers: [{ minFirms: 4, commonMinor: 300_000, perFirmMinor: 0 }] })
    expect(savingOfOneMore(ownPriceCurve({ pricing, firms: firms(2), firmId: 'firm-0' }))).toBeNull()
    expect(savingOfOneMore(ownPriceCurve({ pricing, firms: firms(5), firmId: 'firm-0', upTo: 5 }))).toBeNull()
  })

  it('is shown under every key side by side', () => {
    const pricing = pricingOfBid({ tiers: [{ minFirms: 1, commonMinor: 90_000, perFirmMinor: 0 }] })
    const keys = compareKeys(pricing, [
      firm('a', { units: 2, weight: 1, capMinor: 60_000 }),
      firm('b', { units: 1, weight: 8, capMinor: 120_000 }),
    ])
    expect([...keys].map(([key, shares]) => [key, shares?.get('a')?.shareMinor])).toEqual([
      ['equal', 45_000],
      ['weight', 10_000],
      ['units', 60_000],
      ['pledge', 30_000],
    ])
  })
})

describe('any shares', () => {
  it('sum to the price, pass no cap, stay within a cent of their exact value, and depend on no order', () => {
    fc.assert(
      fc.property(arbitraryPricing, arbitraryFirms(9), fc.nat(), (pricing, list, seed) => {
        const priced = firmSharesOf(pricing, list, 'need')
        const again = firmSharesOf(pricing, shuffled(list, seed), 'need')
        if (!priced.isFunded) return !again.isFunded && again.shortfallMinor === priced.shortfallMinor
        const exact = exactSharesOf(pricing, list)
        return (
          exact.isFunded &&
          again.isFunded &&
          sumMinor([...priced.shares.values()].map((share) => share.shareMinor)) === totalFor(pricing, list) &&
          list.every((one, i) => {
            const share = priced.shares.get(one.firmId)!
            return (
              share.shareMinor <= mostMinorOf(one) &&
              exact.exceeds(i, share.shareMinor - 1) &&
              !exact.exceeds(i, share.shareMinor + 1) &&
              sumMinor(share.lots.values()) === share.shareMinor &&
              [...share.lots.values()].every((amount) => amount >= 0) &&
              again.shares.get(one.firmId)!.shareMinor === share.shareMinor
            )
          })
        )
      }),
      { numRuns: 10_000 },
    )
  })

  it('never rise by a fraction of a cent, and never by more than a cent, when one more firm joins', () => {
    fc.assert(
      fc.property(arbitraryPricing, arbitraryFirms(8), (pricing, list) => {
        const [before, after] = [exactSharesOf(pricing, list.slice(0, -1)), exactSharesOf(pricing, list)]
        if (list.length < 2 || !before.isFunded) return true
        if (list.slice(0, -1).some((one, i) => before.exceeds(i, mostMinorOf(one)))) return true
        if (!after.isFunded) return false
        const [a, b] = [fractionsOf(before, pricing, list.slice(0, -1)), fractionsOf(after, pricing, list)]
        return a.every((share, i) => b[i]!.numerator * share.denominator <= share.numerator * b[i]!.denominator)
      }),
      { numRuns: 10_000 },
    )
  })
})

const fractionsOf = (
  exact: Extract<ReturnType<typeof exactSharesOf>, { isFunded: true }>,
  pricing: Parameters<typeof totalFor>[0],
  list: PricedFirm[],
) => {
  const { numerators, denominator } = exact.common.fractions()
  return list.map((one, i) => {
    const own =
      exact.tier.perFirmMinor +
      pricing.scopes.reduce(
        (sum, scope) => sum + (scope.per === 'unit' ? scope.priceMinor * one.units! : one.units! > 0 ? scope.priceMinor : 0),
        0,
      )
    return { numerator: numerators.reduce((sum, row) => sum + row[i]!, BigInt(own) * denominator), denominator }
  })
}

describe('a bid that is refused', () => {
  const milestones = [
    { id: 'm1', lotId: 'plan', partOfLotBp: 10_000 },
    { id: 'm2', lotId: 'suivi', partOfLotBp: 10_000 },
    { id: 'm3', lotId: 'fiches', partOfLotBp: 10_000 },
  ]
  const good = { ...bid, milestones, startsOn: '2027-01-05', deliversOn: '2027-05-28' }

  it.each([
    ['none: it is sound', good, null],
    ['tiers out of order', { ...good, tiers: [...bid.tiers].reverse() }, 'TIERS_DISORDERED'],
    ['no tier at all', { ...good, tiers: [] }, 'TIERS_DISORDERED'],
    ['two tiers for one number', { ...good, tiers: [bid.tiers[0]!, bid.tiers[0]!] }, 'TIERS_DISORDERED'],
    [
      'a common amount that rises',
      { ...good, tiers: [bid.tiers[0]!, { minFirms: 5, commonMinor: 240_001, perFirmMinor: 0 }] },
      'TIERS_RISE',
    ],
    [
      'an amount per firm that rises',
      { ...good, tiers: [bid.tiers[0]!, { minFirms: 5, commonMinor: 0, perFirmMinor: 12_001 }] },
      'TIERS_RISE',
    ],
    ['a lot left out', { ...good, commonLots: [{ lotId: 'plan', partBp: 10_000 }] }, 'LOTS_DO_NOT_MATCH'],
    ['a lot of another need', { ...good, ownLots: [{ lotId: 'elsewhere', partBp: 10_000 }] }, 'LOTS_DO_NOT_MATCH'],
    [
      'a milestone of another need',
      { ...good, milestones: [...milestones, { id: 'm4', lotId: 'elsewhere', partOfLotBp: 10_000 }] },
      'LOTS_DO_NOT_MATCH',
    ],
    ['a lot that no milestone pays', { ...good, milestones: milestones.slice(1) }, 'LOTS_DO_NOT_MATCH'],
    [
      'lots that are not the whole',
      {
        ...good,
        commonLots: [
          { lotId: 'plan', partBp: 7000 },
          { lotId: 'suivi', partBp: 2999 },
        ],
      },
      'PARTS_DO_NOT_SUM',
    ],
    [
      'milestones that are not the whole',
      { ...good, milestones: [{ ...milestones[0]!, partOfLotBp: 9999 }, ...milestones.slice(1)] },
      'PARTS_DO_NOT_SUM',
    ],
    [
      'a milestone of a few cents',
      {
        ...good,
        milestones: [{ ...milestones[0]!, partOfLotBp: 9999 }, { id: 'm0', lotId: 'plan', partOfLotBp: 1 }, ...milestones.slice(1)],
      },
      'MILESTONE_TOO_SMALL',
    ],
    ['a delivery before the start', { ...good, deliversOn: '2027-01-04' }, 'DELIVERY_BEFORE_START'],
  ])('%s', (_, offered, code) => expect(refusalOf(offered, lots, 8)).toBe(code))
})
