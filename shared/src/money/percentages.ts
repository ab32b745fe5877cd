import { splitByWeight } from './largest-remainder.ts'

/**
 * Parts of a whole as percentages that add up to exactly 100 on screen, in whole per cents, or in tenths of a per cent with `decimals: 1`.
 * An empty whole gives zeros.
 */
export const percentages = (parts: readonly { id: string; amountMinor: number }[], decimals: 0 | 1 = 0): Map<string, number> => {
  const amounts = parts.map((part) => part.amountMinor)
  const ids = parts.map((part) => part.id)
  const units = amounts.some((amount) => amount > 0) ? splitByWeight(decimals === 0 ? 100 : 1000, amounts, ids) : amounts
  return new Map(ids.map((id, i) => [id, units[i]!]))
}
