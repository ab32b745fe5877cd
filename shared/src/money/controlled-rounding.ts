import { byTie, splitByBigWeight } from './largest-remainder.ts'

type Fractions = { numerators: readonly (readonly bigint[])[]; denominator: bigint }
type Cells = { floors: number[][]; isFraction: boolean[][]; bumps: number[][] }

/**
 * Rounds a table of fractions (a row an amount, a column a party) to whole cents: every row keeps its whole sum, and no cell and no party's total is a
 * cent or more from its exact value. Rows start from largest remainder; a party that this takes too far hands cents on along the shortest chain.
 */
export const roundTable = ({ numerators, denominator }: Fractions, ids: readonly string[], seed = ''): number[][] => {
  const totals = numerators.map((row) => Number(row.reduce((sum, part) => sum + part, 0n) / denominator))
  const rounded = numerators.map((row, r) => splitByBigWeight(totals[r]!, row, ids, seed))
  if (rounded.length < 2) return rounded
  const floors = numerators.map((row) => row.map((part) => Number(part / denominator)))
  const isFraction = numerators.map((row) => row.map((part) => part % denominator !== 0n))
  const bumps = rounded.map((row, r) => row.map((cell, c) => cell - floors[r]![c]!))
  const exact = ids.map((_, c) => numerators.reduce((sum, row) => sum + row[c]!, 0n))
  const lows = exact.map((sum) => Number(sum / denominator))
  const highs = exact.map((sum) => Number((sum + denominator - 1n) / denominator))
  level({ floors, isFraction, bumps }, lows, highs, ids, seed)
  return floors.map((row, r) => row.map((floor, c) => floor + bumps[r]![c]!))
}

/** A whole solution exists wherever the exact table does (integrality of flows), so a chain is always found. */
const level = (cells: Cells, lows: readonly number[], highs: readonly number[], ids: readonly string[], seed: string) => {
  const totals = ids.map((_, c) => cells.floors.reduce((sum, row, r) => sum + row[c]! + cells.bumps[r]![c]!, 0))
  if (totals.every((total, c) => total >= lows[c]! && total <= highs[c]!)) return
  const order = [...ids.keys()].sort(byTie(ids, seed))
  for (;;) {
    const over = order.find((c) => totals[c]! > highs[c]!)
    const under = order.find((c) => totals[c]! < lows[c]!)
    if (over === undefined && under === undefined) return
    const chain =
      over !== undefined
        ? shortestChain(cells, order, [over], (c) => totals[c]! < highs[c]!)
        : shortestChain(
            cells,
            order,
            order.filter((c) => totals[c]! > lows[c]!),
            (c) => c === under,
          )
    for (const { row, from, to } of chain) {
      cells.bumps[row]![from]!--
      cells.bumps[row]![to]!++
      totals[from]!--
      totals[to]!++
    }
  }
}

type Step = { row: number; from: number; to: number }

const shortestChain = (
  { isFraction, bumps }: Cells,
  order: readonly number[],
  starts: readonly number[],
  isEnd: (c: number) => boolean,
) => {
  const arrivedBy = new Map<number, Step | null>(starts.map((c) => [c, null]))
  const queue = [...starts]
  for (const from of queue) {
    for (const row of bumps.keys()) {
      if (bumps[row]![from] !== 1) continue
      for (const to of order) {
        if (arrivedBy.has(to) || bumps[row]![to] !== 0 || !isFraction[row]![to]) continue
        arrivedBy.set(to, { row, from, to })
        if (isEnd(to)) return stepsTo(to, arrivedBy)
        queue.push(to)
      }
    }
  }
  throw new Error('A table of fractions has no rounding: its sums are not whole.')
}

const stepsTo = (end: number, arrivedBy: ReadonlyMap<number, Step | null>): Step[] => {
  const step = arrivedBy.get(end)
  return step ? [...stepsTo(step.from, arrivedBy), step] : []
}
