import { bigWaterLevel, waterLevel } from './water-level.ts'

/** Several amounts that parties divide one after the other, each by its own weights, inside bounds on what a party pays of all of them together. */
export type Division = {
  amountsMinor: readonly number[]
  /** By amount, then by party. A party without weight pays nothing of that amount. */
  weights: readonly (readonly number[])[]
  mostMinor: readonly number[]
  /** Made up in the last amount; reduced in proportion where the minimums alone would pass it. */
  leastMinor: readonly number[]
}

/** Exact parts, as fractions of a cent: nothing is rounded before a condition has been tested on it. */
export type ExactDivision = {
  isCovered: true
  exceeds: (party: number, limitMinor: number) => boolean
  /** How far the party's part passes a limit, in cents rounded up. */
  excessMinor: (party: number, limitMinor: number) => number
  /** By amount, then by party, over one denominator. */
  fractions: () => { numerators: bigint[][]; denominator: bigint }
}

/** The parties' bounds together do not reach the amounts. */
export type Uncovered = { isCovered: false; shortfallMinor: number }

/**
 * One more party, a lower amount or a higher bound never raises what a party pays of all amounts together: each level of water can only sink.
 * This is what makes the coalition of domain.md rule 1 unique.
 */
export const divideExactly = (division: Division): ExactDivision | Uncovered => {
  return division.amountsMinor.length === 1 ? divideOne(division) : divideSeveral(division)
}

const divideOne = (division: Division): ExactDivision | Uncovered => {
  const { mostMinor, leastMinor } = division
  const total = division.amountsMinor[0]!
  const keys = division.weights[0]!
  const highs = keys.map((weight, i) => (weight === 0 ? 0 : within(0, mostMinor[i]!, total)))
  const covered = highs.reduce((sum, high) => sum + high, 0)
  if (covered < total) return { isCovered: false, shortfallMinor: total - covered }
  const lows = highs.map((high, i) => within(0, leastMinor[i]!, high))
  const isRelaxed = lows.reduce((sum, low) => sum + low, 0) > total
  const applied = isRelaxed ? lows : keys
  if (total * applied.reduce((sum, weight) => sum + weight, 0) > Number.MAX_SAFE_INTEGER) return divideSeveral(division)
  const { pinned, rest, freeWeight } = waterLevel(total, applied, isRelaxed ? lows.map(() => 0) : lows, highs)
  const denominator = BigInt(Math.max(freeWeight, 1))
  const partOf = (i: number) => (pinned[i]! < 0 ? BigInt(rest) * BigInt(applied[i]!) : BigInt(pinned[i]!) * denominator)
  return {
    isCovered: true,
    exceeds: (i, limit) => (pinned[i]! < 0 ? limit < 0 || rest * applied[i]! > limit * freeWeight : pinned[i]! > limit),
    excessMinor: (i, limit) => excessOf(partOf(i), limit, denominator),
    fractions: () => ({ numerators: [applied.map((_, i) => partOf(i))], denominator }),
  }
}

const divideSeveral = ({ amountsMinor, weights, mostMinor, leastMinor }: Division): ExactDivision | Uncovered => {
  let denominator = 1n
  let numerators: bigint[][] = []
  let paid = mostMinor.map(() => 0n)
  for (const [lot, amount] of amountsMinor.entries()) {
    const keys = weights[lot]!.map(BigInt)
    const total = BigInt(amount) * denominator
    const highs = keys.map((weight, i) => (weight === 0n ? 0n : within(0n, BigInt(mostMinor[i]!) * denominator - paid[i]!, total)))
    const covered = sum(highs)
    if (covered < total) return { isCovered: false, shortfallMinor: Number(ceilDivision(total - covered, denominator)) }
    const isLast = lot === amountsMinor.length - 1
    const lows = highs.map((high, i) => (isLast ? within(0n, BigInt(leastMinor[i]!) * denominator - paid[i]!, high) : 0n))
    const isRelaxed = sum(lows) > total
    const applied = isRelaxed ? lows : keys
    const level = bigWaterLevel(total, applied, isRelaxed ? lows.map(() => 0n) : lows, highs)
    const scale = level.freeWeight > 0n ? level.freeWeight : 1n
    const parts = applied.map((weight, i) => (level.pinned[i]! < 0n ? level.rest * weight : level.pinned[i]! * scale))
    numerators = [...numerators.map((row) => row.map((part) => part * scale)), parts]
    paid = paid.map((before, i) => before * scale + parts[i]!)
    denominator *= scale
  }
  const fractions = () => ({ numerators, denominator })
  return {
    isCovered: true,
    exceeds: (i, limit) => paid[i]! > BigInt(limit) * denominator,
    excessMinor: (i, limit) => excessOf(paid[i]!, limit, denominator),
    fractions,
  }
}

const excessOf = (part: bigint, limitMinor: number, denominator: bigint) => {
  const excess = part - BigInt(limitMinor) * denominator
  return excess > 0n ? Number(ceilDivision(excess, denominator)) : 0
}

const sum = (numbers: readonly bigint[]) => numbers.reduce((total, number) => total + number, 0n)
const within = <N extends number | bigint>(low: N, number: N, high: N): N => (number < low ? low : number > high ? high : number)
const ceilDivision = (dividend: bigint, divisor: bigint) => (dividend + divisor - 1n) / divisor
