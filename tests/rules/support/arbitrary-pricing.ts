import fc from 'fast-check'
import type { PricedFirm, Pricing } from '@mutuo/shared/bids/pricing.ts'

const shareKey = fc.constantFrom('equal' as const, 'weight' as const, 'units' as const, 'pledge' as const)

/** Tiers whose figures never rise, over one to three common lots with keys of their own. */
export const arbitraryPricing: fc.Arbitrary<Pricing> = fc
  .record({
    steps: fc.array(
      fc.record({
        firms: fc.integer({ min: 1, max: 3 }),
        commonMinor: fc.integer({ min: 0, max: 700 }),
        perFirmMinor: fc.integer({ min: 0, max: 60 }),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    lots: fc.array(fc.record({ key: shareKey, part: fc.integer({ min: 1, max: 5 }) }), { minLength: 1, maxLength: 3 }),
    scopes: fc.array(fc.record({ per: fc.constantFrom('firm' as const, 'unit' as const), priceMinor: fc.integer({ min: 0, max: 50 }) }), {
      maxLength: 1,
    }),
  })
  .map(({ steps, lots, scopes }) => {
    let [minFirms, commonMinor, perFirmMinor] = [0, 0, 0]
    const ascending = steps.map((step) => {
      minFirms += step.firms
      return { ...step, minFirms }
    })
    const tiers = ascending
      .reverse()
      .map((step) => {
        commonMinor += step.commonMinor
        perFirmMinor += step.perFirmMinor
        return { minFirms: step.minFirms, commonMinor, perFirmMinor }
      })
      .reverse()
    return {
      tiers,
      commonLots: lots.map((lot, i) => ({ lotId: `common-${i}`, ...lot })),
      ownLots: [{ lotId: 'own', part: 1 }],
      scopes: scopes.map((scope, i) => ({ lotId: `scope-${i}`, ...scope })),
    }
  })

export const arbitraryFirms = (maxLength: number): fc.Arbitrary<PricedFirm[]> =>
  fc
    .array(
      fc.record({
        capMinor: fc.integer({ min: 1, max: 900 }),
        coverMinor: fc.constantFrom(0, 0, 20),
        minimumMinor: fc.constantFrom(0, 0, 40),
        weight: fc.integer({ min: 0, max: 5 }),
        units: fc.integer({ min: 0, max: 4 }),
      }),
      { minLength: 1, maxLength },
    )
    .map((firms) => firms.map((firm, i) => ({ firmId: `firm-${i}`, ...firm, coverMinor: Math.min(firm.coverMinor, firm.capMinor) })))

/** The same list in another order. */
export const shuffled = <T>(list: readonly T[], seed: number): T[] =>
  list
    .map((item, i) => ({ item, rank: Math.imul(i + 1, seed | 1) >>> 0 }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item)
