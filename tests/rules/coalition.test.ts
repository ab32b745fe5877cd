import fc from 'fast-check'
import { exactSharesOf } from '@mutuo/shared/bids/firm-shares.ts'
import { mostMinorOf, pricingOfBid } from '@mutuo/shared/bids/pricing.ts'
import { sumMinor } from '@mutuo/shared/money/money.ts'
import { coalitionOf, outlookOf, type Candidate, type Conditions, type Offer } from '@mutuo/shared/pledges/coalition.ts'
import { greatestFixpoint } from '@mutuo/shared/pledges/greatest-fixpoint.ts'
import { crowdOfFirms } from '../bench/crowd-of-firms.ts'
import { arbitraryFirms, arbitraryPricing, shuffled } from './support/arbitrary-pricing.ts'

const day = (n: number) => new Date(Date.UTC(2026, 10, n))
const firm = (firmId: string, capMinor: number, conditions: Conditions = {}, n = 1): Candidate => ({
  firmId,
  capMinor,
  conditions,
  pledgedAt: day(n),
})
const evenly = (totalMinor: number, minFirms = 1): Offer => ({
  pricing: pricingOfBid({ tiers: [{ minFirms, commonMinor: totalMinor, perFirmMinor: 0 }] }),
})
const each = (amountMinor: number): Offer => ({
  pricing: pricingOfBid({ tiers: [{ minFirms: 1, commonMinor: 0, perFirmMinor: amountMinor }] }),
})
const reasonsFor = (coalition: ReturnType<typeof coalitionOf>, firmId: string) =>
  coalition.blocked.find((one) => one.firmId === firmId)?.reasons

describe('the coalition', () => {
  it('keeps a firm whose condition the others make true', () => {
    const coalition = coalitionOf(evenly(90_000), [firm('a', 50_000), firm('b', 50_000), firm('c', 50_000, { minFirms: 3 })])
    expect(coalition).toMatchObject({ members: ['a', 'b', 'c'], priceMinor: 90_000, blocked: [], next: null })
    expect([...coalition.shares.values()].map((share) => share.shareMinor)).toEqual([30_000, 30_000, 30_000])
  })

  it('drops a firm that finds the price too high, then those who needed it', () => {
    const coalition = coalitionOf(evenly(90_000), [
      firm('a', 90_000, { minFirms: 3 }),
      firm('b', 90_000),
      firm('c', 90_000, { maxShareMinor: 20_000 }),
    ])
    expect(coalition.members).toEqual(['b'])
    expect(reasonsFor(coalition, 'c')).toContainEqual({ code: 'PRICE_TOO_HIGH', dropMinor: 25_000 })
    expect(reasonsFor(coalition, 'a')).toEqual([{ code: 'FIRMS_MISSING', count: 1 }])
  })

  it('tests a price limit on the exact share, not on its rounding', () => {
    const members = (limit: number) =>
      coalitionOf(
        evenly(10_000),
        ['a', 'b', 'c'].map((id) => firm(id, 9_000, { maxShareMinor: limit })),
      ).members
    expect(members(3_333)).toEqual([])
    expect(members(3_334)).toEqual(['a', 'b', 'c'])
  })

  it('says that one more firm lets three pledges in', () => {
    const waiting = ['c', 'd', 'e'].map((id, i) => firm(id, 60_000, { minFirms: 6 }, i + 2))
    const coalition = coalitionOf(evenly(90_000), [firm('a', 60_000), firm('b', 60_000), ...waiting])
    expect(coalition.members).toEqual(['a', 'b'])
    expect(coalition.next).toEqual({ firms: 1, joining: 3 })
    expect(reasonsFor(coalition, 'd')).toEqual([{ code: 'FIRMS_MISSING', count: 1 }])
  })

  it('counts in the missing firms that they also lower the price', () => {
    const coalition = coalitionOf(evenly(300_000), [firm('a', 300_000), firm('b', 300_000), firm('c', 300_000, { maxShareMinor: 60_000 })])
    expect(reasonsFor(coalition, 'c')).toEqual([
      { code: 'FIRMS_MISSING', count: 2 },
      { code: 'PRICE_TOO_HIGH', dropMinor: 40_000 },
    ])
  })

  it('says what is missing when the caps together do not reach the price', () => {
    const coalition = coalitionOf(evenly(100_000), [firm('a', 30_000), firm('b', 20_000)])
    expect(coalition).toMatchObject({ members: [], priceMinor: 0 })
    expect(reasonsFor(coalition, 'a')).toContainEqual({ code: 'CAPS_TOO_LOW', shortfallMinor: 50_000 })
  })

  it('says how many firms the first tier still needs', () => {
    const coalition = coalitionOf(evenly(90_000, 4), [firm('a', 50_000), firm('b', 50_000)])
    expect(coalition.members).toEqual([])
    expect(reasonsFor(coalition, 'a')).toEqual([{ code: 'FIRMS_MISSING', count: 2 }])
  })

  it('leaves out a firm whose own lots alone pass its cap, and lets the others go on', () => {
    const coalition = coalitionOf(each(40_000), [firm('a', 50_000), firm('b', 30_000)])
    expect(coalition.members).toEqual(['a'])
    expect(reasonsFor(coalition, 'b')).toEqual([{ code: 'PRICE_TOO_HIGH', dropMinor: 10_000 }])
  })

  it('reads days and proofs from the bid, and waits for them before the first one', () => {
    const wishes = [firm('a', 50_000, { startsBefore: '2027-02-01' }), firm('b', 50_000, { requiredProofs: ['insurance'] })]
    const late = coalitionOf({ ...evenly(50_000), startsOn: '2027-02-01', proofs: ['certificate'] }, wishes)
    expect(reasonsFor(late, 'a')).toContainEqual({ code: 'STARTS_TOO_LATE', startsOn: '2027-02-01' })
    expect(reasonsFor(late, 'b')).toContainEqual({ code: 'PROOF_MISSING', proofs: ['insurance'] })
    expect(coalitionOf({ ...evenly(50_000), startsOn: '2027-01-31', proofs: ['insurance'] }, wishes).blocked).toEqual([])
    expect(coalitionOf(evenly(50_000), wishes).blocked).toEqual([])
  })

  it('holds the share under the cap less the cover', () => {
    const coalition = coalitionOf(evenly(100_000), [{ ...firm('a', 50_000), coverMinor: 5_000 }, firm('b', 90_000)])
    expect(coalition.shares.get('a')).toMatchObject({ shareMinor: 45_000, isAtCap: true })
  })
})

describe('a firm that excludes another', () => {
  it('steps back while the other is in', () => {
    const coalition = coalitionOf(each(10_000), [firm('a', 50_000, { excludedFirmIds: ['b'] }), firm('b', 50_000), firm('c', 50_000)])
    expect(coalition.members).toEqual(['b', 'c'])
    expect(reasonsFor(coalition, 'a')).toEqual([{ code: 'STEPPED_BACK' }])
  })

  it('stays when the other does not come in by its own conditions', () => {
    const coalition = coalitionOf(each(10_000), [firm('a', 50_000, { excludedFirmIds: ['b'] }), firm('b', 50_000, { minFirms: 9 })])
    expect(coalition.members).toEqual(['a'])
  })

  it('is, of two that exclude each other, the later pledge', () => {
    const pair = [firm('a', 50_000, { excludedFirmIds: ['b'] }, 2), firm('b', 50_000, { excludedFirmIds: ['a'] }, 1)]
    expect(coalitionOf(each(10_000), pair).members).toEqual(['b'])
  })

  it('comes back when the firm that it excludes steps back for a third', () => {
    const chain = [
      firm('a', 50_000, { excludedFirmIds: ['b'] }, 1),
      firm('b', 50_000, { excludedFirmIds: ['c'] }, 2),
      firm('c', 50_000, {}, 3),
    ]
    expect(coalitionOf(each(10_000), chain).members).toEqual(['a', 'c'])
  })

  it('sees the same newcomers whatever the order of the pledges', () => {
    const caps = [1, 0, 1, 1, 1, 11].map((capMinor, i) => firm(`firm-${i}`, capMinor, i === 5 ? { maxShareMinor: 3 } : {}))
    expect(coalitionOf(evenly(12), [...caps].reverse()).blocked).toEqual(coalitionOf(evenly(12), caps).blocked)
  })

  it('takes with it those who needed its number', () => {
    const all = [firm('a', 50_000, { excludedFirmIds: ['b'] }), firm('b', 50_000), firm('c', 50_000, { minFirms: 3 })]
    expect(coalitionOf(each(10_000), all).members).toEqual(['b'])
  })
})

describe('the outlook of a pledge', () => {
  it('shows the own price and whether the pledge comes in, firm by firm', () => {
    const candidates = [...['a', 'b', 'c', 'd', 'e'].map((id) => firm(id, 90_000)), firm('me', 90_000, { minFirms: 7 })]
    expect(outlookOf(evenly(306_000), candidates, 'me', 2)).toEqual([
      { firms: 6, shareMinor: 51_000, comesIn: false, isNow: true },
      { firms: 7, shareMinor: 43_714, comesIn: true, isNow: false },
      { firms: 8, shareMinor: 38_250, comesIn: true, isNow: false },
    ])
  })

  it('is empty for a firm that has no pledge', () => expect(outlookOf(evenly(1), [firm('a', 1)], 'b')).toEqual([]))
})

const conditions = fc.record(
  { minFirms: fc.integer({ min: 2, max: 6 }), maxShareMinor: fc.integer({ min: 1, max: 500 }) },
  { requiredKeys: [] },
)
const candidatesOf = (maxLength: number, excluding = false) =>
  fc
    .tuple(
      arbitraryFirms(maxLength),
      fc.array(conditions, { minLength: maxLength, maxLength }),
      fc.array(fc.nat(9), { minLength: maxLength * 2, maxLength: maxLength * 2 }),
    )
    .map(([list, wishes, numbers]) =>
      list.map((one, i): Candidate => {
        const enemy = numbers[i * 2]!
        const excludedFirmIds = excluding && enemy < list.length && enemy !== i ? [`firm-${enemy}`] : []
        return { ...one, pledgedAt: day(1 + numbers[i * 2 + 1]!), conditions: { ...wishes[i], excludedFirmIds } }
      }),
    )

const holds = (offer: Offer, set: Candidate[]) => {
  const exact = exactSharesOf(offer.pricing, set)
  return (
    exact.isFunded &&
    set.every(
      (one, i) =>
        (one.conditions.minFirms ?? 1) <= set.length &&
        !exact.exceeds(i, Math.min(mostMinorOf(one), one.conditions.maxShareMinor ?? Infinity)),
    )
  )
}

const subsetsOf = <T>(list: T[]): T[][] => list.reduce<T[][]>((sets, item) => [...sets, ...sets.map((set) => [...set, item])], [[]])

describe('any coalition', () => {
  it('is the one largest set whose conditions all hold', () => {
    fc.assert(
      fc.property(arbitraryPricing, candidatesOf(6), (pricing, list) => {
        const members = new Set(greatestFixpoint(pricing, list))
        if (
          members.size > 0 &&
          !holds(
            { pricing },
            list.filter((one) => members.has(one)),
          )
        )
          return false
        return subsetsOf(list).every((set) => set.length === 0 || set.every((one) => members.has(one)) || !holds({ pricing }, set))
      }),
      { numRuns: 1_500 },
    )
  })

  it('sums to its price, passes no limit, explains every absence, and depends on no order, with exclusions too', () => {
    fc.assert(
      fc.property(arbitraryPricing, candidatesOf(8, true), fc.nat(), (pricing, list, seed) => {
        const [one, other] = [coalitionOf({ pricing, seed: 'n' }, list), coalitionOf({ pricing, seed: 'n' }, shuffled(list, seed))]
        const isIn = new Set(one.members)
        return (
          JSON.stringify(one.members) === JSON.stringify(other.members) &&
          JSON.stringify(one.blocked) === JSON.stringify(other.blocked) &&
          one.members.every((id) => one.shares.get(id)!.shareMinor === other.shares.get(id)!.shareMinor) &&
          sumMinor([...one.shares.values()].map((share) => share.shareMinor)) === one.priceMinor &&
          one.members.length + one.blocked.length === list.length &&
          one.blocked.every((blocked) => blocked.reasons.length > 0) &&
          list.every(
            (c) =>
              !isIn.has(c.firmId) ||
              one.shares.get(c.firmId)!.shareMinor <= Math.min(mostMinorOf(c), c.conditions.maxShareMinor ?? Infinity),
          ) &&
          list.every((c) => !isIn.has(c.firmId) || !c.conditions.excludedFirmIds!.some((id) => isIn.has(id)))
        )
      }),
      { numRuns: 3_000 },
    )
  })

  it('takes a blocked pledge in once it is granted what its reasons ask', () => {
    fc.assert(
      fc.property(arbitraryPricing, candidatesOf(7), (pricing, list) => {
        const coalition = coalitionOf({ pricing }, list)
        return coalition.blocked.every(({ firmId, reasons }) => {
          const price = reasons.find((reason) => reason.code === 'PRICE_TOO_HIGH')
          const own = list.find((one) => one.firmId === firmId)!
          if (!price || price.code !== 'PRICE_TOO_HIGH' || coalition.members.length === 0 || own.conditions.maxShareMinor === undefined)
            return true
          const members = list.filter((one) => coalition.members.includes(one.firmId))
          const granted = { ...own, conditions: { maxShareMinor: own.conditions.maxShareMinor + price.dropMinor } }
          return (
            own.conditions.maxShareMinor + price.dropMinor > mostMinorOf(own) ||
            greatestFixpoint(pricing, [...members, granted]).includes(granted)
          )
        })
      }),
      { numRuns: 3_000 },
    )
  })
})

describe('two hundred firms with three conditions each', () => {
  it.each([
    ['with nobody in', 9_000_000, 220, 0],
    ['with most of them in', 6_000_000, 150, 166],
    ['with nearly all of them in', 5_000_000, 120, 180],
  ])('are settled %s', (_, totalMinor, mostAsked, members) => {
    const offer: Offer = { ...evenly(totalMinor), startsOn: '2027-01-05', proofs: ['liability_insurance'] }
    expect(coalitionOf(offer, crowdOfFirms(mostAsked)).members).toHaveLength(members)
  })
})
