import fc from 'fast-check'
import { allocate, type Party } from '@mutuo/shared/money/allocate.ts'
import { byTie, splitByBigWeight, splitByWeight } from '@mutuo/shared/money/largest-remainder.ts'
import { splitMatrix } from '@mutuo/shared/money/matrix.ts'
import { sumMinor } from '@mutuo/shared/money/money.ts'
import { codeOf, refusalOf } from './support/refusal-of.ts'

const RUNS = { numRuns: 10_000 }
const values = (shares: Map<string, number>) => [...shares.values()]
const idsOf = (count: number) => Array.from({ length: count }, (_, i) => `firm-${i}`)

describe('a division by weight', () => {
  it.each<[string, number, number[], number[]]>([
    ['gives the missing cent to the largest remainder', 10_001, [1, 2, 3], [1667, 3334, 5000]],
    ['gives small sums where they are owed most', 5, [1, 2, 3], [1, 2, 2]],
    ['gives nothing to nobody for nothing', 0, [1, 2], [0, 0]],
    ['gives nothing to a firm without weight', 100, [0, 1], [0, 100]],
    ['divides evenly when it can', 900, [1, 1, 1], [300, 300, 300]],
  ])('%s', (_, total, weights, parts) => expect(splitByWeight(total, weights, idsOf(weights.length))).toEqual(parts))

  it('favours nobody: another seed gives the odd cent to another firm', () => {
    const winners = new Set(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((seed) => splitByWeight(10, [1, 1, 1], idsOf(3), seed).indexOf(4)))
    expect(winners.size).toBeGreaterThan(1)
  })

  it('gives nothing to nobody where nobody has a weight', () => {
    expect(splitByWeight(0, [0, 0], idsOf(2))).toEqual([0, 0])
    expect(splitByBigWeight(0, [0n, 0n], idsOf(2))).toEqual([0, 0])
  })

  it('gives the odd cents of a need to the same firms for ever: what is owed today is worked out again in ten years', () => {
    const ids = [...'abcdefghijkl'].map((letter) => `firm-${letter}`)
    const ranked = (seed: string) =>
      [...ids.keys()]
        .sort(byTie(ids, seed))
        .map((i) => ids[i]!.at(-1))
        .join('')
    expect([ranked('need-1'), ranked('need-2')]).toEqual(['iebajdkflcgh', 'lfhkdabigcje'])
    const cents = splitByWeight(5, Array<number>(12).fill(1), ids, 'need-1')
    expect(ids.filter((_, i) => cents[i] === 1)).toEqual(['firm-a', 'firm-b', 'firm-e', 'firm-i', 'firm-j'])
  })

  it('sums to the total and stays less than a cent from the exact share', () => {
    const weights = fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 1, maxLength: 20 }).filter((list) => list.some(Boolean))
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000_000 }), weights, (total, list) => {
        const parts = splitByWeight(total, list, idsOf(list.length))
        const sum = sumMinor(list)
        return sumMinor(parts) === total && parts.every((part, i) => Math.abs(part * sum - total * list[i]!) < sum)
      }),
      RUNS,
    )
  })

  it('does not depend on the order of the firms', () => {
    const weighed = fc.uniqueArray(fc.tuple(fc.string({ minLength: 1, maxLength: 4 }), fc.integer({ min: 1, max: 4 })), {
      selector: ([id]) => id,
      minLength: 1,
      maxLength: 12,
    })
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), weighed, fc.nat(), (total, list, turn) => {
        const split = (order: typeof list) => {
          const parts = splitByWeight(
            total,
            order.map(([, weight]) => weight),
            order.map(([id]) => id),
            's',
          )
          return new Map(order.map(([id], i) => [id, parts[i]]))
        }
        const turned = [...list.slice(turn % list.length), ...list.slice(0, turn % list.length)].reverse()
        const [one, other] = [split(list), split(turned)]
        return [...one].every(([id, part]) => other.get(id) === part)
      }),
      RUNS,
    )
  })

  it('gives the same cents with big integers as with doubles', () => {
    const weights = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), weights, (total, list) => {
        const ids = idsOf(list.length)
        const [fast, big] = [splitByWeight(total, list, ids, 'x'), splitByBigWeight(total, list.map(BigInt), ids, 'x')]
        return fast.every((part, i) => part === big[i])
      }),
      RUNS,
    )
  })

  it('stays exact beyond the products that doubles hold', () => {
    const huge = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER })
    fc.assert(
      fc.property(huge, fc.array(huge, { minLength: 2, maxLength: 12 }), (total, list) => {
        const ids = idsOf(list.length)
        const [parts, big] = [splitByWeight(total, list, ids, 'x'), splitByBigWeight(total, list.map(BigInt), ids, 'x')]
        return sumMinor(parts) === total && parts.every((part, i) => part === big[i])
      }),
    )
  })
})

describe('an allocation inside bounds', () => {
  const party = (id: string, weight: number, minMinor?: number, maxMinor?: number): Party => ({
    id,
    weight,
    ...(minMinor === undefined ? {} : { minMinor }),
    ...(maxMinor === undefined ? {} : { maxMinor }),
  })

  it('spreads over the others what passes a cap', () => {
    const { shares } = allocate({
      totalMinor: 5520,
      parties: [party('a', 1, 0, 860), party('b', 1), party('c', 1), party('d', 1), party('e', 1), party('f', 1)],
    })
    expect(shares.get('a')).toBe(860)
    expect(values(shares).slice(1)).toEqual([932, 932, 932, 932, 932])
  })

  it('lifts a firm to its minimum at the expense of the others', () => {
    const { shares } = allocate({ totalMinor: 1000, parties: [party('a', 1, 300), party('b', 9), party('c', 10)] })
    expect(shares).toEqual(
      new Map([
        ['a', 300],
        ['b', 332],
        ['c', 368],
      ]),
    )
  })

  it('says what is missing when the caps do not reach the total', () => {
    expect(allocate({ totalMinor: 1000, parties: [party('a', 1, 0, 300), party('b', 5, 0, 400)] })).toEqual({
      shares: new Map([
        ['a', 300],
        ['b', 400],
      ]),
      shortfallMinor: 300,
    })
  })

  it('refuses minimums above the total, and a total that nobody has a weight for', () => {
    expect(refusalOf(() => allocate({ totalMinor: 100, parties: [party('a', 1, 60), party('b', 1, 60)] }))).toMatchObject({
      code: 'MINIMUMS_EXCEED_TOTAL',
      params: { minimumMinor: 120, totalMinor: 100 },
    })
    expect(codeOf(() => allocate({ totalMinor: 100, parties: [party('a', 0)] }))).toBe('NO_WEIGHT')
  })

  it('gives each firm its minimum where these are the whole, although nobody has a weight', () => {
    expect(values(allocate({ totalMinor: 13, parties: [party('a', 0, 8), party('b', 0, 5, 9)] }).shares)).toEqual([8, 5])
  })

  it('gives nothing for nothing, even where nobody has a weight', () => {
    expect(values(allocate({ totalMinor: 0, parties: [party('a', 0), party('b', 0)] }).shares)).toEqual([0, 0])
  })

  const bounded = fc.record({
    parties: fc.array(fc.tuple(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 3000 })), {
      minLength: 1,
      maxLength: 12,
    }),
    totalMinor: fc.integer({ min: 0, max: 12_000 }),
  })
  const asParties = (list: [number, number, number][], order = list.map((_, i) => i)) =>
    order.map((i) => party(`firm-${i}`, list[i]![0], list[i]![1], list[i]![1] + list[i]![2]))

  it('sums exactly, keeps every bound, and depends on no order', () => {
    fc.assert(
      fc.property(bounded, ({ parties: list, totalMinor }) => {
        const parties = asParties(list)
        const minimum = sumMinor(parties.map((p) => p.minMinor!))
        if (minimum > totalMinor) return codeOf(() => allocate({ totalMinor, parties })) === 'MINIMUMS_EXCEED_TOTAL'
        const { shares, shortfallMinor } = allocate({ totalMinor, parties })
        const reversed = allocate({ totalMinor, parties: [...parties].reverse() })
        return (
          sumMinor(shares.values()) + shortfallMinor === totalMinor &&
          parties.every((p) => shares.get(p.id)! >= p.minMinor! && shares.get(p.id)! <= p.maxMinor!) &&
          [...shares].every(([id, share]) => reversed.shares.get(id) === share)
        )
      }),
      RUNS,
    )
  })

  it('treats firms between their bounds in proportion to their weights', () => {
    fc.assert(
      fc.property(bounded, ({ parties: list, totalMinor }) => {
        const parties = asParties(list)
        if (sumMinor(parties.map((p) => p.minMinor!)) > totalMinor) return true
        const { shares, shortfallMinor } = allocate({ totalMinor, parties })
        if (shortfallMinor > 0) return parties.every((p) => shares.get(p.id) === (p.weight ? p.maxMinor : p.minMinor))
        const free = parties.filter((p) => p.weight > 0 && shares.get(p.id)! > p.minMinor! && shares.get(p.id)! < p.maxMinor!)
        return free.every((p) =>
          free.every((q) => Math.abs(shares.get(p.id)! / p.weight - shares.get(q.id)! / q.weight) < 1 / p.weight + 1 / q.weight + 1e-9),
        )
      }),
      RUNS,
    )
  })

  it('gives the same cents with huge weights as with small ones of the same proportion', () => {
    fc.assert(
      fc.property(bounded, ({ parties: list, totalMinor }) => {
        const small = asParties(list)
        if (sumMinor(small.map((p) => p.minMinor!)) > totalMinor) return true
        const huge = small.map((p) => ({ ...p, weight: p.weight * 99_999_999_999_989 }))
        const [one, other] = [allocate({ totalMinor, parties: small }), allocate({ totalMinor, parties: huge })]
        return [...one.shares].every(([id, share]) => other.shares.get(id) === share)
      }),
      { numRuns: 2000 },
    )
  })
})

const plainCell = (rows: { id: string; amountMinor: number }[], columns: { amountMinor: number }[], m: number, s: number) => {
  const upTo = (count: number) =>
    splitByWeight(
      sumMinor(columns.slice(0, count).map((column) => column.amountMinor)),
      rows.map((row) => row.amountMinor),
      rows.map((row) => row.id),
    )[s]!
  return upTo(m + 1) - upTo(m)
}

describe('milestones by shares', () => {
  const sides = fc
    .tuple(
      fc.array(fc.integer({ min: 0, max: 9000 }), { minLength: 1, maxLength: 10 }),
      fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 6 }),
    )
    .map(([shares, weights]) => {
      const rows = shares.map((amount, i) => ({ id: `share-${i}`, amountMinor: amount }))
      const amounts = splitByWeight(
        sumMinor(shares),
        weights,
        weights.map((_, i) => `m-${i}`),
      )
      return { rows, columns: amounts.map((amount, i) => ({ id: `m-${i}`, amountMinor: amount })) }
    })

  it('have exact rows and columns and no negative cell, and are plain differences of cumulative allocations where no cell is under two cents', () => {
    fc.assert(
      fc.property(sides, ({ rows, columns }) => {
        const matrix = splitMatrix({ rows, columns })
        const total = sumMinor(rows.map((row) => row.amountMinor))
        const isTiny = rows.some((row) => columns.some((column) => row.amountMinor * column.amountMinor < 2 * total))
        return (
          (isTiny ||
            columns.every((column, m) => rows.every((row, s) => matrix.get(column.id)!.get(row.id) === plainCell(rows, columns, m, s)))) &&
          columns.every((column) => sumMinor(matrix.get(column.id)!.values()) === column.amountMinor) &&
          rows.every((row) => sumMinor(columns.map((column) => matrix.get(column.id)!.get(row.id)!)) === row.amountMinor) &&
          columns.every((column) => values(matrix.get(column.id)!).every((cell) => cell >= 0))
        )
      }),
      RUNS,
    )
  })

  it('leave earlier milestones alone when a later one is cut in two', () => {
    const rows = [
      { id: 'a', amountMinor: 33_334 },
      { id: 'b', amountMinor: 33_333 },
      { id: 'c', amountMinor: 33_333 },
    ]
    const before = splitMatrix({
      rows,
      columns: [
        { id: '1', amountMinor: 40_001 },
        { id: '2', amountMinor: 59_999 },
      ],
    })
    const after = splitMatrix({
      rows,
      columns: [
        { id: '1', amountMinor: 40_001 },
        { id: '2', amountMinor: 29_999 },
        { id: '3', amountMinor: 30_000 },
      ],
    })
    expect(after.get('1')).toEqual(before.get('1'))
  })

  it('are refused when they do not add up to the shares', () => {
    expect(refusalOf(() => splitMatrix({ rows: [{ id: 'a', amountMinor: 100 }], columns: [{ id: 'm', amountMinor: 99 }] }))).toMatchObject({
      code: 'TOTALS_DIFFER',
      params: { rowsMinor: 100, columnsMinor: 99 },
    })
  })
})
