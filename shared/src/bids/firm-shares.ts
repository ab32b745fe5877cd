import { roundTable } from '../money/controlled-rounding.ts'
import { divideExactly, type ExactDivision } from '../money/exact-division.ts'
import { splitByWeight } from '../money/largest-remainder.ts'
import { sumMinor } from '../money/money.ts'
import { commonAmountsOf, leastMinorOf, mostMinorOf, ownLotsOf, ownMinorOf, tierFor, totalFor, weightIn } from './pricing.ts'
import type { PricedFirm, Pricing, PriceTier } from './pricing.ts'

/** Why these firms cannot have this price: too few for the first tier, or caps that together do not reach it. */
export type Unfunded = { isFunded: false; reason: 'TOO_FEW_FIRMS' | 'CAPS_TOO_LOW'; shortfallMinor: number; firmsMissing: number }

/** Exact shares, own lots included. The index is that of the firm. */
export type ExactShares = {
  isFunded: true
  tier: PriceTier
  exceeds: (firm: number, limitMinor: number) => boolean
  excessMinor: (firm: number, limitMinor: number) => number
  common: ExactDivision
}

/** A firm's share in cents. `byKeyMinor` is what the key alone gives, before caps and minimums move anything. `lots` sums to the share. */
export type FirmShare = {
  firmId: string
  shareMinor: number
  ownMinor: number
  commonMinor: number
  byKeyMinor: number
  isAtCap: boolean
  lots: Map<string, number>
}
export type FundedShares = { isFunded: true; totalMinor: number; shares: Map<string, FirmShare> }

/**
 * What each firm would owe exactly, as fractions: its own lots, and its part of the common lots by their keys inside its cap less its cover.
 * A firm whose own lots alone pass its cap pays nothing of the common lots, and `exceeds` says so.
 */
export const exactSharesOf = (pricing: Pricing, firms: readonly PricedFirm[]): ExactShares | Unfunded => {
  const tier = tierFor(pricing.tiers, firms.length)
  if (!tier) return tooFew(pricing, firms.length)
  const own = firms.map((firm) => ownMinorOf(pricing, tier, firm))
  const common = divideExactly({
    amountsMinor: commonAmountsOf(pricing, tier),
    weights: pricing.commonLots.map((lot) => firms.map((firm) => weightIn(lot, firm))),
    mostMinor: firms.map((firm, i) => mostMinorOf(firm) - own[i]!),
    leastMinor: firms.map((firm, i) => leastMinorOf(pricing, firm) - own[i]!),
  })
  if (!common.isCovered) return { isFunded: false, reason: 'CAPS_TOO_LOW', shortfallMinor: common.shortfallMinor, firmsMissing: 0 }
  return {
    isFunded: true,
    tier,
    exceeds: (i, limitMinor) => common.exceeds(i, limitMinor - own[i]!),
    excessMinor: (i, limitMinor) => common.excessMinor(i, limitMinor - own[i]!),
    common,
  }
}

/**
 * The same in cents: the shares sum to the price, none passes a cap, none is a cent or more from its exact value, and the order of the firms changes
 * nothing (domain.md rule 3).
 */
export const firmSharesOf = (pricing: Pricing, firms: readonly PricedFirm[], seed = ''): FundedShares | Unfunded => {
  const exact = exactSharesOf(pricing, firms)
  if (!exact.isFunded) return exact
  const beyond = firms.map((firm, i) => (exact.exceeds(i, mostMinorOf(firm)) ? exact.excessMinor(i, mostMinorOf(firm)) : 0))
  if (beyond.some(Boolean)) return { isFunded: false, reason: 'CAPS_TOO_LOW', shortfallMinor: sumMinor(beyond), firmsMissing: 0 }
  const ids = firms.map((firm) => firm.firmId)
  const common = roundTable(exact.common.fractions(), ids, seed)
  const byKey = byKeyOf(pricing, exact.tier, firms, seed)
  const shares = firms.map((firm, i): [string, FirmShare] => {
    const lots = ownLotsOf(pricing, exact.tier, firm)
    const ownMinor = sumMinor(lots.values())
    for (const [l, lot] of pricing.commonLots.entries()) lots.set(lot.lotId, common[l]![i]!)
    const commonMinor = sumMinor(common.map((row) => row[i]!))
    const shareMinor = ownMinor + commonMinor
    const byKeyMinor = ownMinor + byKey[i]!
    const isAtCap = shareMinor === mostMinorOf(firm)
    return [firm.firmId, { firmId: firm.firmId, shareMinor, ownMinor, commonMinor, byKeyMinor, isAtCap, lots }]
  })
  return { isFunded: true, totalMinor: totalFor(pricing, firms)!, shares: new Map(shares) }
}

const tooFew = (pricing: Pricing, firms: number): Unfunded => {
  const first = Math.min(...pricing.tiers.map((tier) => tier.minFirms))
  return { isFunded: false, reason: 'TOO_FEW_FIRMS', shortfallMinor: 0, firmsMissing: first - firms }
}

const byKeyOf = (pricing: Pricing, tier: PriceTier, firms: readonly PricedFirm[], seed: string): number[] => {
  const ids = firms.map((firm) => firm.firmId)
  const lots = commonAmountsOf(pricing, tier).map((amountMinor, l) =>
    splitByWeight(
      amountMinor,
      firms.map((firm) => weightIn(pricing.commonLots[l]!, firm)),
      ids,
      seed,
    ),
  )
  return firms.map((_, i) => sumMinor(lots.map((lot) => lot[i]!)))
}
