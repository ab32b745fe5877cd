import fc from 'fast-check'
import { divideExactly, type Division } from '@mutuo/shared/money/exact-division.ts'

const open = { mostMinor: [1000, 1000, 1000], leastMinor: [0, 0, 0] }
const partsOf = (division: Division) => {
  const exact = divideExactly(division)
  if (!exact.isCovered) return exact.shortfallMinor
  const { numerators, denominator } = exact.fractions()
  return numerators.map((row) => row.map((part) => Number(part) / Number(denominator)))
}

describe('an exact division', () => {
  it('keeps fractions of a cent', () => {
    expect(partsOf({ ...open, amountsMinor: [100], weights: [[1, 1, 1]] })).toEqual([[100 / 3, 100 / 3, 100 / 3]])
    expect(
      partsOf({
        ...open,
        amountsMinor: [100, 30],
        weights: [
          [1, 1, 1],
          [1, 0, 2],
        ],
      }),
    ).toEqual([
      [100 / 3, 100 / 3, 100 / 3],
      [10, 0, 20],
    ])
  })

  it('spreads over the others what passes the most that a party pays of all amounts together', () => {
    const mostMinor = [20, 1000, 1000]
    expect(partsOf({ ...open, mostMinor, amountsMinor: [90], weights: [[1, 1, 1]] })).toEqual([[20, 35, 35]])
    expect(
      partsOf({
        ...open,
        mostMinor,
        amountsMinor: [45, 45],
        weights: [
          [1, 1, 1],
          [1, 1, 1],
        ],
      }),
    ).toEqual([
      [15, 15, 15],
      [5, 20, 20],
    ])
  })

  it('makes up the least that a party pays in the last amount', () => {
    const leastMinor = [40, 0, 0]
    expect(partsOf({ ...open, leastMinor, amountsMinor: [90], weights: [[1, 1, 1]] })).toEqual([[40, 25, 25]])
    expect(
      partsOf({
        ...open,
        leastMinor,
        amountsMinor: [45, 45],
        weights: [
          [1, 1, 1],
          [1, 1, 1],
        ],
      }),
    ).toEqual([
      [15, 15, 15],
      [25, 10, 10],
    ])
  })

  it('reduces the minimums in proportion where they alone would pass the amount', () => {
    const leastMinor = [50, 25, 0]
    expect(partsOf({ ...open, leastMinor, amountsMinor: [60], weights: [[1, 1, 1]] })).toEqual([[40, 20, 0]])
    expect(
      partsOf({
        ...open,
        leastMinor: [60, 35, 10],
        amountsMinor: [30, 60],
        weights: [
          [1, 1, 1],
          [1, 1, 1],
        ],
      }),
    ).toEqual([
      [10, 10, 10],
      [40, 20, 0],
    ])
  })

  it('asks nothing of who has no weight, whatever its minimum', () => {
    expect(partsOf({ ...open, leastMinor: [0, 0, 50], amountsMinor: [60], weights: [[1, 1, 0]] })).toEqual([[30, 30, 0]])
    expect(
      partsOf({
        ...open,
        leastMinor: [0, 0, 50],
        amountsMinor: [60, 20],
        weights: [
          [1, 1, 0],
          [1, 1, 0],
        ],
      }),
    ).toEqual([
      [30, 30, 0],
      [10, 10, 0],
    ])
  })

  it('says how much is missing where all that the parties may pay does not reach the amounts', () => {
    const mostMinor = [20, 10, 1000]
    expect(partsOf({ ...open, mostMinor, amountsMinor: [90], weights: [[1, 1, 0]] })).toBe(60)
    expect(
      partsOf({
        ...open,
        mostMinor,
        amountsMinor: [40, 31],
        weights: [
          [1, 1, 1],
          [1, 1, 0],
        ],
      }),
    ).toBe(26)
  })

  const divisions = fc.record({
    parties: fc.array(
      fc.record({ weight: fc.integer({ min: 0, max: 9 }), most: fc.integer({ min: 0, max: 400 }), least: fc.integer({ min: 0, max: 90 }) }),
      { minLength: 1, maxLength: 6 },
    ),
    amountMinor: fc.integer({ min: 0, max: 900 }),
  })
  const divisionOf = (parties: { weight: number; most: number; least: number }[], amountsMinor: number[], times = 1): Division => ({
    amountsMinor,
    weights: amountsMinor.map(() => parties.map(({ weight }) => weight * times)),
    mostMinor: parties.map(({ most }) => most),
    leastMinor: parties.map(({ most, least }) => Math.min(most, least)),
  })

  it('is the same beside an amount of nothing, and with huge weights of the same proportion', () => {
    fc.assert(
      fc.property(divisions, fc.integer({ min: -5, max: 400 }), ({ parties, amountMinor }, limitMinor) => {
        const [one, ...others] = [
          divideExactly(divisionOf(parties, [amountMinor])),
          divideExactly(divisionOf(parties, [0, amountMinor])),
          divideExactly(divisionOf(parties, [amountMinor], 999_999_999_999_989)),
        ]
        if (!one!.isCovered) return others.every((other) => !other.isCovered && other.shortfallMinor === one.shortfallMinor)
        const { numerators, denominator } = one.fractions()
        return others.every((other) => {
          if (!other.isCovered) return false
          const its = other.fractions()
          return parties.every(
            (_, i) =>
              numerators[0]![i]! * its.denominator === its.numerators.at(-1)![i]! * denominator &&
              one.exceeds(i, limitMinor) === other.exceeds(i, limitMinor) &&
              one.excessMinor(i, limitMinor) === other.excessMinor(i, limitMinor),
          )
        })
      }),
      { numRuns: 2_000 },
    )
  })

  it('sums to its amount inside its bounds, and knows by how many whole cents a part passes a limit', () => {
    fc.assert(
      fc.property(divisions, fc.integer({ min: 0, max: 400 }), ({ parties, amountMinor }, limitMinor) => {
        const exact = divideExactly(divisionOf(parties, [amountMinor]))
        if (!exact.isCovered)
          return exact.shortfallMinor === amountMinor - parties.reduce((sum, { weight, most }) => sum + (weight ? most : 0), 0)
        const { numerators, denominator } = exact.fractions()
        const [parts] = numerators
        const cents = parts!.map((part) => Number((part + denominator - 1n) / denominator))
        return (
          parts!.reduce((sum, part) => sum + part, 0n) === BigInt(amountMinor) * denominator &&
          parties.every(
            ({ most }, i) =>
              parts![i]! >= 0n &&
              !exact.exceeds(i, most) &&
              exact.exceeds(i, limitMinor) === cents[i]! > limitMinor &&
              exact.excessMinor(i, limitMinor) === Math.max(0, cents[i]! - limitMinor),
          )
        )
      }),
      { numRuns: 2_000 },
    )
  })
})
