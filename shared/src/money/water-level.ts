/**
 * The level at which weighted parties with lower and upper bounds share a total: each pays `weight × rest / freeWeight`, unless a bound pins it.
 * `pinned[i]` is the amount of a party at a bound, −1 for one that pays by the key.
 */
export type WaterLevel = { pinned: number[]; rest: number; freeWeight: number }
export type BigWaterLevel = { pinned: bigint[]; rest: bigint; freeWeight: bigint }

/**
 * Pins the side with the larger violation and repeats on the rest, which ends at the one level where all bounds hold (payments.md §5).
 * Needs Σ lows ≤ total ≤ Σ highs, lows ≤ highs ≤ total, a high equal to its low where the weight is zero, and total × Σ weights below 2^53.
 */
export const waterLevel = (total: number, weights: readonly number[], lows: readonly number[], highs: readonly number[]): WaterLevel => {
  const pinned = new Array<number>(weights.length).fill(-1)
  let free = weights.map((_, i) => i)
  let rest = total
  let freeWeight = 0
  for (const weight of weights) freeWeight += weight
  for (;;) {
    let over = 0
    let under = 0
    for (const i of free) {
      const owed = rest * weights[i]!
      if (owed > highs[i]! * freeWeight) over += owed - highs[i]! * freeWeight
      else if (owed < lows[i]! * freeWeight) under += lows[i]! * freeWeight - owed
    }
    if (over === 0 && under === 0) return { pinned, rest, freeWeight }
    const [restNow, weightNow] = [rest, freeWeight]
    free = free.filter((i) => {
      const owed = restNow * weights[i]!
      const bound = over >= under && owed > highs[i]! * weightNow ? highs[i]! : under >= over && owed < lows[i]! * weightNow ? lows[i]! : -1
      if (bound < 0) return true
      pinned[i] = bound
      rest -= bound
      freeWeight -= weights[i]!
      return false
    })
  }
}

/** As `waterLevel`, for numbers of any size. */
export const bigWaterLevel = (
  total: bigint,
  weights: readonly bigint[],
  lows: readonly bigint[],
  highs: readonly bigint[],
): BigWaterLevel => {
  const pinned = new Array<bigint>(weights.length).fill(-1n)
  let free = weights.map((_, i) => i)
  let rest = total
  let freeWeight = weights.reduce((sum, weight) => sum + weight, 0n)
  for (;;) {
    let over = 0n
    let under = 0n
    for (const i of free) {
      const owed = rest * weights[i]!
      if (owed > highs[i]! * freeWeight) over += owed - highs[i]! * freeWeight
      else if (owed < lows[i]! * freeWeight) under += lows[i]! * freeWeight - owed
    }
    if (over === 0n && under === 0n) return { pinned, rest, freeWeight }
    const [restNow, weightNow] = [rest, freeWeight]
    free = free.filter((i) => {
      const owed = restNow * weights[i]!
      const bound =
        over >= under && owed > highs[i]! * weightNow ? highs[i]! : under >= over && owed < lows[i]! * weightNow ? lows[i]! : -1n
      if (bound < 0n) return true
      pinned[i] = bound
      rest -= bound
      freeWeight -= weights[i]!
      return false
    })
  }
}
