import { z } from 'zod'

/** Euro cents, whole, never negative. Signed amounts exist in the ledger only. */
export const amountMinor = z.int().min(0).max(Number.MAX_SAFE_INTEGER)

/** Euro cents with a sign: debit above zero, credit below. For the lines of the ledger only. */
export const signedAmountMinor = z.int().min(-Number.MAX_SAFE_INTEGER).max(Number.MAX_SAFE_INTEGER)

/** Hundredths of a per cent: 2000 is 20 %. */
export const basisPoints = z.int().min(0).max(10_000)

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
