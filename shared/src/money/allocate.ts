import { DomainError } from '../errors/domain-error.ts'
import { splitByWeight } from './largest-remainder.ts'
import { bigWaterLevel, waterLevel } from './water-level.ts'

/** Someone who pays a part: a whole weight, and the least and the most it may pay, in cents. */
export type Party = { id: string; weight: number; minMinor?: number; maxMinor?: number }

/** What each party pays in cents. With a shortfall above zero everybody is at its maximum and the total is not reached. */
export type Allocation = { shares: Map<string, number>; shortfallMinor: number }

/**
 * Divides cents between parties in proportion to their weights, inside their bounds: bounded largest remainder. The shares sum to the total, the order
 * of the parties changes nothing, and a party without weight pays its minimum. @throws MINIMUMS_EXCEED_TOTAL, NO_WEIGHT
 */
export const allocate = ({
  totalMinor,
  parties,
  seed = '',
}: {
  totalMinor: number
  parties: readonly Party[]
  seed?: string
}): Allocation => {
  const ids = parties.map((party) => party.id)
  const weights = parties.map((party) => party.weight)
  if (parties.every((party) => party.minMinor === undefined && party.maxMinor === undefined)) {
    if (totalMinor > 0 && !weights.some((weight) => weight > 0)) throw new DomainError('NO_WEIGHT')
    return { shares: keyed(ids, splitByWeight(totalMinor, weights, ids, seed)), shortfallMinor: 0 }
  }
  const lows = parties.map((party) => party.minMinor ?? 0)
  const highs = parties.map((party, i) =>
    party.weight === 0 ? lows[i]! : Math.max(lows[i]!, Math.min(party.maxMinor ?? totalMinor, totalMinor)),
  )
  const minimums = lows.reduce((sum, low) => sum + low, 0)
  if (minimums > totalMinor) throw new DomainError('MINIMUMS_EXCEED_TOTAL', { minimumMinor: minimums, totalMinor })
  const maximums = highs.reduce((sum, high) => sum + high, 0)
  if (maximums <= totalMinor) return { shares: keyed(ids, highs), shortfallMinor: totalMinor - maximums }
  return { shares: keyed(ids, splitInsideBounds(totalMinor, weights, lows, highs, ids, seed)), shortfallMinor: 0 }
}

/** Bounds are whole cents, so the largest remainder of an exact share that respects them respects them too. */
const splitInsideBounds = (total: number, weights: number[], lows: number[], highs: number[], ids: string[], seed: string): number[] => {
  const isSafe = total * weights.reduce((sum, weight) => sum + weight, 0) <= Number.MAX_SAFE_INTEGER
  const pinned = isSafe
    ? waterLevel(total, weights, lows, highs).pinned
    : bigWaterLevel(BigInt(total), weights.map(BigInt), lows.map(BigInt), highs.map(BigInt)).pinned.map(Number)
  const rest = total - pinned.reduce((sum, amount) => sum + Math.max(amount, 0), 0)
  const freeWeights = weights.map((weight, i) => (pinned[i]! < 0 ? weight : 0))
  const parts = splitByWeight(rest, freeWeights, ids, seed)
  return parts.map((part, i) => (pinned[i]! < 0 ? part : pinned[i]!))
}

const keyed = (ids: readonly string[], amounts: readonly number[]) => new Map(ids.map((id, i) => [id, amounts[i]!]))
