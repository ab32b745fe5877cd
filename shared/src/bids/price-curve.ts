import { meanMinor } from '../money/money.ts'
import { firmSharesOf, type FirmShare } from './firm-shares.ts'
import { mostMinorOf, type PricedFirm, type Pricing, type ShareKey } from './pricing.ts'

/** What one firm would pay with that many firms. `shareMinor` is null where there is no price or the caps together do not reach it. HT. */
export type CurvePoint = { firms: number; totalMinor: number | null; shareMinor: number | null; isAtCap: boolean; isNow: boolean }

/**
 * A firm's own price for each number of firms. Above today's number, ordinary firms join; below it, the last of the list leave, never the firm itself:
 * give the firms in the order of their pledges.
 */
export const ownPriceCurve = (input: {
  pricing: Pricing
  firms: readonly PricedFirm[]
  firmId: string
  from?: number
  upTo?: number
  seed?: string
}): CurvePoint[] => {
  const { pricing, firms, firmId, from = 1, upTo = firms.length + 3, seed = '' } = input
  return range(Math.max(from, 1), upTo).map((count) => {
    const priced = firmSharesOf(pricing, withCount(firms, firmId, count), seed)
    const share = priced.isFunded ? priced.shares.get(firmId) : undefined
    return {
      firms: count,
      totalMinor: priced.isFunded ? priced.totalMinor : null,
      shareMinor: share?.shareMinor ?? null,
      isAtCap: share?.isAtCap ?? false,
      isNow: count === firms.length,
    }
  })
}

/** What the curve's firm saves when one more joins, or null where either price is missing. */
export const savingOfOneMore = (curve: readonly CurvePoint[]): number | null => {
  const now = curve.findIndex((point) => point.isNow)
  const [today, next] = [curve[now]?.shareMinor ?? null, curve[now + 1]?.shareMinor ?? null]
  return now < 0 || today === null || next === null ? null : Math.max(0, today - next)
}

/** Firms as they may come: one unit, and the mean weight and means of those who are there. */
export const newcomers = (firms: readonly PricedFirm[], count: number): PricedFirm[] => {
  const capMinor = firms.length === 0 ? Number.MAX_SAFE_INTEGER : Math.max(1, meanMinor(firms.map(mostMinorOf)))
  const weight = firms.length === 0 ? 1 : Math.max(1, meanMinor(firms.map((firm) => firm.weight ?? 1)))
  return range(1, count).map((n) => ({ firmId: `newcomer-${n}`, capMinor, weight, units: 1 }))
}

/** What each share key would cost every firm, side by side; null where the caps together do not reach the price. */
export const compareKeys = (pricing: Pricing, firms: readonly PricedFirm[], seed = ''): Map<ShareKey, Map<string, FirmShare> | null> =>
  new Map(
    (['equal', 'weight', 'units', 'pledge'] as const).map((key) => {
      const priced = firmSharesOf({ ...pricing, commonLots: pricing.commonLots.map((lot) => ({ ...lot, key })) }, firms, seed)
      return [key, priced.isFunded ? priced.shares : null]
    }),
  )

const withCount = (firms: readonly PricedFirm[], firmId: string, count: number): PricedFirm[] => {
  if (count >= firms.length) return [...firms, ...newcomers(firms, count - firms.length)]
  const own = firms.filter((firm) => firm.firmId === firmId)
  const others = firms.filter((firm) => firm.firmId !== firmId)
  return [...own, ...others.slice(0, count - own.length)]
}

const range = (from: number, to: number) => Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i)
