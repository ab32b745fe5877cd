/**
 * Divides cents in proportion to whole weights by largest remainder (Hamilton). The parts sum to the total, none is a cent or more from its exact
 * value, and the order of the parties changes nothing: equal remainders are ranked by a hash of the seed and the id.
 * Weights are safe integers, not all zero unless the total is.
 */
export const splitByWeight = (totalMinor: number, weights: readonly number[], ids: readonly string[], seed = ''): number[] => {
  let weightSum = 0
  for (const weight of weights) weightSum += weight
  if (totalMinor === 0) return weights.map(() => 0)
  // Below 2^53 the products, quotients and remainders of doubles are exact; above, the same division runs on BigInt.
  if (totalMinor * weightSum > Number.MAX_SAFE_INTEGER) return splitByBigWeight(totalMinor, weights.map(BigInt), ids, seed)
  const parts = new Array<number>(weights.length)
  const remainders = new Float64Array(weights.length)
  let left = totalMinor
  for (let i = 0; i < weights.length; i++) {
    const product = totalMinor * weights[i]!
    const part = Math.floor(product / weightSum)
    parts[i] = part
    remainders[i] = product - part * weightSum
    left -= part
  }
  if (left > 0) addOneToLargest(parts, remainders, left, ids, seed)
  return parts
}

/** As `splitByWeight`, for weights of any size. */
export const splitByBigWeight = (totalMinor: number, weights: readonly bigint[], ids: readonly string[], seed = ''): number[] => {
  const weightSum = weights.reduce((sum, weight) => sum + weight, 0n)
  const total = BigInt(totalMinor)
  const parts = weights.map((weight) => (total === 0n ? 0n : (total * weight) / weightSum))
  const left = Number(total - parts.reduce((sum, part) => sum + part, 0n))
  const result = parts.map(Number)
  if (left === 0) return result
  const ranked = weights.map((weight, i) => ({ i, remainder: total * weight - parts[i]! * weightSum }))
  const byId = byTie(ids, seed)
  ranked.sort((a, b) => (a.remainder === b.remainder ? byId(a.i, b.i) : a.remainder > b.remainder ? -1 : 1))
  for (const { i } of ranked.slice(0, left)) result[i]!++
  return result
}

/** Sorting a Float64Array needs no comparator, which is what makes large splits fast (performance.md §2.5). */
const addOneToLargest = (parts: number[], remainders: Float64Array, count: number, ids: readonly string[], seed: string) => {
  const threshold = remainders.slice().sort()[remainders.length - count]!
  const tied: number[] = []
  let left = count
  for (let i = 0; i < parts.length; i++) {
    if (remainders[i]! > threshold) {
      parts[i]!++
      left--
    } else if (remainders[i] === threshold) tied.push(i)
  }
  const chosen = left === tied.length ? tied : tied.sort(byTie(ids, seed)).slice(0, left)
  for (const i of chosen) parts[i]!++
}

/** Ranks the parties by the hash of the seed and their id, each worked out once. */
export const byTie = (ids: readonly string[], seed: string) => {
  const keys = new Map<number, number>()
  const keyOf = (i: number): number => {
    const key = keys.get(i) ?? tieKey(seed, ids[i]!)
    keys.set(i, key)
    return key
  }
  return (a: number, b: number): number => keyOf(a) - keyOf(b) || (ids[a]! < ids[b]! ? -1 : 1)
}

const { imul } = Math

/** A stable 53-bit number for a seed and an id (cyrb53), so that no firm is favoured from one division to the next. */
const tieKey = (seed: string, id: string): number => {
  let high = 0xdeadbeef
  let low = 0x41c6ce57
  const text = `${seed}\u0000${id}`
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    high = imul(high ^ unit, 2654435761)
    low = imul(low ^ unit, 1597334677)
  }
  high = imul(high ^ (high >>> 16), 2246822507) ^ imul(low ^ (low >>> 13), 3266489909)
  low = imul(low ^ (low >>> 16), 2246822507) ^ imul(high ^ (high >>> 13), 3266489909)
  return 4294967296 * (2097151 & low) + (high >>> 0)
}
