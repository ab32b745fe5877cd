import { pricingOfBid, pricingOfTarget, totalFor, type Pricing, type PriceTier } from '../bids/pricing.ts'
import type { NeedTerms } from '../needs/need.schema.ts'
import type { Candidate, Offer } from './candidate.ts'

export type BidTerms = {
  tiers: readonly PriceTier[]
  commonLots: readonly { lotId: string; partBp: number }[]
  ownLots: readonly { lotId: string; partBp: number }[]
  startsOn: string
  /** Kinds of proof that the freelancer holds on that day. */
  proofs?: readonly string[]
}

/** The need's own target, which stands in for a bid until the first one comes (domain.md rule 1). Below the need's minimum there is no mission. */
export const targetOfferOf = (need: NeedTerms): Offer => ({
  pricing: { ...pricingOfTarget(need.lots, need.minFirms), minimumMinor: need.minimumShareMinor },
  startsOn: need.startsOn,
  seed: need.id,
})

/** A bid's price by the need's keys and its minimum a firm, for any number of firms. */
export const needPricingOf = (need: NeedTerms, bid: Pick<BidTerms, 'tiers' | 'commonLots' | 'ownLots'>): Pricing => ({
  ...pricingOfBid(bid, need.lots),
  minimumMinor: need.minimumShareMinor,
})

/** A bid as the need's firms may take it: from the need's minimum on, whatever smaller groups the freelancer would serve. */
export const bidOfferOf = (need: NeedTerms, bid: BidTerms): Offer => {
  const pricing = needPricingOf(need, bid)
  const tiers = fromMinimum(pricing.tiers, need.minFirms)
  return { pricing: { ...pricing, tiers }, startsOn: bid.startsOn, proofs: bid.proofs, seed: need.id }
}

/** The same price without the need's minimum, to show what so many firms would pay whether the mission is launched or not. */
export const shownPricingOf = (need: NeedTerms, { pricing }: Offer): Pricing => {
  const [first, ...others] = pricing.tiers
  return first && first.minFirms <= need.minFirms ? { ...pricing, tiers: [{ ...first, minFirms: 1 }, ...others] } : pricing
}

/** What firms decide on today: the cheapest open bid for their number, or the target. */
export const basisOf = (need: NeedTerms, openBids: readonly BidTerms[], candidates: readonly Candidate[]) => {
  const counted = fillUp(candidates, Math.max(candidates.length, need.minFirms))
  const priced = openBids.flatMap((bid) => {
    const offer = bidOfferOf(need, bid)
    const totalMinor = totalFor(offer.pricing, counted)
    return totalMinor === null ? [] : [{ offer, totalMinor }]
  })
  const cheapest = priced.reduce<(typeof priced)[number] | null>(
    (best, one) => (best && best.totalMinor <= one.totalMinor ? best : one),
    null,
  )
  return cheapest ? { basis: 'bid' as const, offer: cheapest.offer } : { basis: 'target' as const, offer: targetOfferOf(need) }
}

const fillUp = (candidates: readonly Candidate[], count: number) =>
  Array.from({ length: count }, (_, i) => candidates[i] ?? { firmId: `other-${i}`, capMinor: 0 })

const fromMinimum = (tiers: readonly PriceTier[], minFirms: number): PriceTier[] => {
  const above = tiers.filter((tier) => tier.minFirms > minFirms)
  const below = tiers.filter((tier) => tier.minFirms <= minFirms).at(-1)
  return below ? [{ ...below, minFirms }, ...above] : above
}
