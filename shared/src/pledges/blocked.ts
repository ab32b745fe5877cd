import { exactSharesOf, type ExactShares, type Unfunded } from '../bids/firm-shares.ts'
import { newcomers } from '../bids/price-curve.ts'
import type { Pricing } from '../bids/pricing.ts'
import { limitMinorOf, type Candidate, type Offer } from './candidate.ts'
import { greatestFixpoint } from './greatest-fixpoint.ts'

/**
 * The smallest change that lets a blocked pledge in. `STEPPED_BACK` tells of a secret exclusion and is for that firm's eyes alone.
 * `FIRMS_MISSING` counts the ordinary firms that would have to join; beside `PRICE_TOO_HIGH` it is another way in.
 */
export type BlockReason =
  | { code: 'FIRMS_MISSING'; count: number }
  | { code: 'PRICE_TOO_HIGH'; dropMinor: number }
  | { code: 'CAPS_TOO_LOW'; shortfallMinor: number }
  | { code: 'STARTS_TOO_LATE'; startsOn: string }
  | { code: 'PROOF_MISSING'; proofs: string[] }
  | { code: 'STEPPED_BACK' }

/** At least so many newcomers are tried, so that a price too high for six may be found right for ten. */
const NEWCOMERS_TRIED = 12

/** What the offer itself lacks for a pledge, whoever else comes in. */
export const lacksOf = (offer: Offer, { conditions }: Candidate): BlockReason[] => {
  const lacks: BlockReason[] = []
  if (offer.startsOn && conditions.startsBefore && offer.startsOn >= conditions.startsBefore) {
    lacks.push({ code: 'STARTS_TOO_LATE', startsOn: offer.startsOn })
  }
  // Before the first bid nobody's proofs are known yet: the condition waits for a freelancer.
  const proofs = offer.proofs ? (conditions.requiredProofs ?? []).filter((proof) => !offer.proofs!.includes(proof)) : []
  return proofs.length > 0 ? [...lacks, { code: 'PROOF_MISSING', proofs }] : lacks
}

/**
 * Why candidates are not among the members, in numbers and price: each is asked what it would pay if it came in beside the members, or, where there is
 * no member, if everybody came in at once. `entry` is the number of newcomers with which it comes in, if any.
 */
export const obstaclesIn = (pricing: Pricing, { members, standing }: Pool) => {
  const everybody = members.length === 0 ? exactSharesOf(pricing, standing) : null
  const places = new Map(standing.map((candidate, i) => [candidate, i]))
  const priceFor = (candidate: Candidate): [ExactShares | Unfunded, number] => {
    const place = places.get(candidate)
    if (everybody && place !== undefined) return [everybody, place]
    const together = [...(everybody ? standing : members), candidate]
    return [exactSharesOf(pricing, together), together.length - 1]
  }
  return (candidate: Candidate, entry: number | undefined): BlockReason[] => {
    const [exact, place] = priceFor(candidate)
    const reasons = exact.isFunded ? priceReasons(exact.excessMinor(place, limitMinorOf(candidate))) : capReasons(exact)
    const missing = Math.max((candidate.conditions.minFirms ?? 1) - members.length - 1, exact.isFunded ? 0 : exact.firmsMissing)
    const count = entry ?? (missing > 0 || reasons.length === 0 ? Math.max(missing, 1) : 0)
    return count > 0 ? [{ code: 'FIRMS_MISSING', count }, ...reasons] : reasons
  }
}

type Pool = { members: readonly Candidate[]; standing: readonly Candidate[] }

const priceReasons = (dropMinor: number): BlockReason[] => (dropMinor > 0 ? [{ code: 'PRICE_TOO_HIGH', dropMinor }] : [])

const capReasons = ({ reason, shortfallMinor }: Unfunded): BlockReason[] =>
  reason === 'CAPS_TOO_LOW' ? [{ code: 'CAPS_TOO_LOW', shortfallMinor }] : []

/**
 * The fewest newcomers with which each blocked candidate comes in. Since more firms never push anybody out, the numbers are found by halving.
 */
export const entriesOf = (pricing: Pricing, { members, standing }: Pool): Map<string, number> => {
  const entries = new Map<string, number>()
  if (members.length === standing.length) return entries
  const asked = standing.map((candidate) => candidate.conditions.minFirms ?? 1)
  const most = Math.max(NEWCOMERS_TRIED, ...asked, ...pricing.tiers.map((tier) => tier.minFirms))
  const others = asCandidates(newcomers(standing, most))
  const withNewcomers = (count: number, possible: readonly Candidate[]) =>
    greatestFixpoint(pricing, [...possible, ...others.slice(0, count)]).filter((candidate) => candidate.pledgedAt !== NOT_YET)
  const halve = (low: number, high: number, inAtLow: readonly Candidate[], inAtHigh: readonly Candidate[]) => {
    if (inAtLow.length === inAtHigh.length) return
    if (high - low === 1) {
      const known = new Set(inAtLow)
      for (const candidate of inAtHigh) if (!known.has(candidate)) entries.set(candidate.firmId, high)
      return
    }
    const middle = Math.floor((low + high) / 2)
    const inAtMiddle = withNewcomers(middle, inAtHigh)
    halve(low, middle, inAtLow, inAtMiddle)
    halve(middle, high, inAtMiddle, inAtHigh)
  }
  halve(0, most, members, withNewcomers(most, standing))
  return entries
}

/** After every pledge that there is: the mark of those who have not come. */
const NOT_YET = new Date(8.64e15)

/** Newcomers ask for nothing. */
export const asCandidates = (firms: ReturnType<typeof newcomers>): Candidate[] =>
  firms.map((firm) => ({ ...firm, pledgedAt: NOT_YET, conditions: {} }))
