import { z } from 'zod'

/** Euro cents, whole, never negative. Signed amounts exist in the ledger only. */
export const amountMinor = z.int().min(0).max(Number.MAX_SAFE_INTEGER)

/** An amount that somebody asks or promises: at most ten million euros, so that the sums of the largest group stay exact. */
export const agreedMinor = amountMinor.max(1_000_000_000)

/** Adds cents. A sum that integers no longer hold exactly is a bug, never a rounding. */
export const sumMinor = (amounts: Iterable<number>): number => {
  let sum = 0
  for (const amount of amounts) sum += amount
  if (!Number.isSafeInteger(sum)) throw new RangeError('A sum of cents left the safe integers.')
  return sum
}

/** A price times a whole count. */
export const timesMinor = (amountMinor: number, count: number): number => {
  const product = amountMinor * count
  if (!Number.isSafeInteger(product)) throw new RangeError('A product of cents left the safe integers.')
  return product
}

/** The mean to the nearest whole number, half up. Exact for any amounts: sums of fractions would depend on their order. */
export const meanMinor = (amounts: readonly number[]): number => {
  const doubled = 2n * amounts.reduce((sum, amount) => sum + BigInt(amount), 0n)
  const count = BigInt(amounts.length)
  return amounts.length === 0 ? 0 : Number((doubled + count) / (2n * count))
}
