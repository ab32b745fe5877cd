import { firmSharesOf } from '../bids/firm-shares.ts'
import { mostMinorOf, totalFor, type PricedFirm, type Pricing } from '../bids/pricing.ts'
import { meanMinor, sumMinor } from '../money/money.ts'
import type { Funding, NeedTerms, PriceCurve } from '../needs/need.schema.ts'
import { lacksOf } from './blocked.ts'
import { coalitionOf, type Candidate, type Coalition, type Offer } from './coalition.ts'
import { withoutExclusions } from './candidate.ts'
import { shownPricingOf, targetOfferOf } from './need-offer.ts'

export type Standing = 'interested' | 'engaged' | 'conditional'
export type Hint = { code: 'FIRMS_MISSING' | 'ALL_IN'; firms: number; pledges: number }
/** A need's tour de table in figures that every screen may show. */
export type Progress = { firms: number; firmsMissing: number; promisedMinor: number; isMinimumReached: boolean; hints: Hint[] }

/** Most points of a curve: more than that nobody reads. */
const MOST_POINTS = 12

/**
 * How far the tour de table is: the minimum is reached when the largest coalition, by the target or by the offer of today, has the firms that the need
 * asks for.
 */
export const progressOf = (need: NeedTerms, offer: Offer, candidates: readonly Candidate[]): Progress => {
  const byTarget = shownCoalitionOf(targetOfferOf(need), candidates)
  const today = shownCoalitionOf(offer, candidates)
  const isMinimumReached = [byTarget, today].some((coalition) => coalition.members.length >= need.minFirms)
  return {
    firms: candidates.length,
    firmsMissing: isMinimumReached ? 0 : Math.max(need.minFirms - candidates.length, today.next?.firms ?? 1, 1),
    promisedMinor: promisedOf(need, candidates),
    isMinimumReached,
    hints: hintsOf(today, candidates),
  }
}

/** The coalition as everybody may see it while pledges can move. */
export const shownCoalitionOf = (offer: Offer, candidates: readonly Candidate[]): Coalition =>
  coalitionOf(offer, withoutExclusions(candidates))

/**
 * What is promised, as a total from which no cap can be read: a firm counts for its share of the minimum as its key gives it, and for nothing while its
 * cap does not reach that far.
 */
const promisedOf = (need: NeedTerms, candidates: readonly Candidate[]): number => {
  const shares = openSharesOf(targetOfferOf(need).pricing, candidates, Math.max(candidates.length, need.minFirms))
  if (!shares) return 0
  return sumMinor(
    candidates.map((candidate) => shares.get(candidate.firmId)!).map((share, i) => (mostMinorOf(candidates[i]!) >= share ? share : 0)),
  )
}

/** What would let blocked pledges in, without names or amounts. */
export const hintsOf = ({ members, next, blocked }: Coalition, candidates: readonly Candidate[]): Hint[] => {
  if (candidates.length === 0) return []
  if (blocked.length === 0) return [{ code: 'ALL_IN', firms: members.length, pledges: members.length }]
  return next ? [{ code: 'FIRMS_MISSING', firms: next.firms, pledges: next.joining }] : []
}

export const fundingOf = (need: NeedTerms, progress: Omit<Progress, 'hints'>): Funding => {
  const { pricing } = targetOfferOf(need)
  const priceFor = (firms: number) =>
    totalFor(
      pricing,
      Array.from({ length: firms }, (_, i) => ({ firmId: `${i}`, capMinor: 0 })),
    ) ?? 0
  return {
    firms: progress.firms,
    minFirms: need.minFirms,
    targetFirms: need.targetFirms,
    firmsMissing: progress.firmsMissing,
    promisedMinor: progress.promisedMinor,
    minimumMinor: priceFor(need.minFirms),
    targetMinor: priceFor(need.targetFirms),
    isMinimumReached: progress.isMinimumReached,
  }
}

/**
 * Whether a pledge stands as it is: `conditional` while its own conditions do not hold with the firms that are there, at the price that they would get.
 * Caps play no part, so nobody can read one from another's standing.
 */
export const standingOf = (need: NeedTerms, offer: Offer, candidate: Candidate, candidates: readonly Candidate[]): Standing => {
  const { minFirms = 1, maxShareMinor } = candidate.conditions
  const count = Math.max(candidates.length, need.minFirms)
  if (minFirms > candidates.length || lacksOf(offer, candidate).length > 0) return 'conditional'
  const share = openSharesOf(offer.pricing, candidates, count)?.get(candidate.firmId)
  return maxShareMinor !== undefined && (share === undefined || share > maxShareMinor) ? 'conditional' : 'engaged'
}

/**
 * What `me` would pay for each number of firms by the share keys alone: caps move nothing here, so that none can be read. `me` may be one of the firms or
 * not; today is their number.
 */
export const curveOf = (
  need: NeedTerms,
  offer: Offer,
  basis: PriceCurve['basis'],
  firms: readonly PricedFirm[],
  me: PricedFirm,
): PriceCurve => {
  const now = firms.length
  const from = Math.max(1, Math.min(now, need.minFirms) - 1)
  const upTo = Math.min(Math.max(now + 3, need.targetFirms), from + MOST_POINTS - 1)
  const points = Array.from({ length: upTo - from + 1 }, (_, i) => from + i).flatMap((count) => {
    const point = pointOf(shownPricingOf(need, offer), firms, me, count)
    return point ? [{ ...point, isNow: count === now }] : []
  })
  const at = (count: number) => points.find((point) => point.firms === count)?.myShareMinor
  const [today, next] = [at(now), at(now + 1)]
  return { basis, points, oneMoreSavesMinor: today === undefined || next === undefined ? 0 : Math.max(0, today - next) }
}

/** The same for one number of firms; null below the first tier. */
export const pointOf = (pricing: Pricing, firms: readonly PricedFirm[], me: PricedFirm, count: number) => {
  const others = firms.filter((firm) => firm.firmId !== me.firmId).slice(0, count - 1)
  const together = [me, ...others]
  const shares = openSharesOf(pricing, together, count)
  if (!shares) return null
  return { firms: count, totalMinor: sumMinor(shares.values()), myShareMinor: shares.get(me.firmId)! }
}

/** Every firm's share with enough newcomers to be `count`, without caps. */
export const openSharesOf = (pricing: Pricing, firms: readonly PricedFirm[], count: number): Map<string, number> | null => {
  const typical = {
    capMinor: meanMinor(firms.map(putInBy)),
    weight: Math.max(1, meanMinor(firms.map((firm) => firm.weight ?? 1))),
  }
  const missing = Math.max(0, count - firms.length)
  const joining = Array.from({ length: missing }, (_, i): PricedFirm => ({ firmId: `newcomer-${i}`, ...typical }))
  const byPledge = pricing.commonLots.filter((lot) => lot.key === 'pledge').map((lot) => lot.lotId)
  const open = [...firms, ...joining].map((firm) => {
    const weights = Object.fromEntries(byPledge.map((lotId) => [lotId, putInBy(firm)]))
    return { firmId: firm.firmId, capMinor: UNBOUNDED_MINOR, weight: firm.weight ?? 1, units: firm.units ?? 1, unitsByLot: weights }
  })
  const commonLots = pricing.commonLots.map((lot) => (lot.key === 'pledge' ? { ...lot, key: 'units' as const } : lot))
  const priced = firmSharesOf({ ...pricing, commonLots }, open)
  return priced.isFunded ? new Map([...priced.shares].map(([firmId, share]) => [firmId, share.shareMinor])) : null
}

/** Above every price that can be asked, and a thousand of them still add up exactly. */
const UNBOUNDED_MINOR = 1_000_000_000_000

const putInBy = (firm: PricedFirm) => Math.max(1, mostMinorOf(firm))
