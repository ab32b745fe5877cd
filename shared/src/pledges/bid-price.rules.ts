import { firmSharesOf, type FirmShare } from '../bids/firm-shares.ts'
import { newcomers, ownPriceCurve, type CurvePoint } from '../bids/price-curve.ts'
import { commonAmountsOf, tierFor, totalFor, type Pricing } from '../bids/pricing.ts'
import { splitByWeight } from '../money/largest-remainder.ts'
import { timesMinor } from '../money/money.ts'
import type { NeedTerms } from '../needs/need.schema.ts'
import { coalitionOf, type Candidate } from './coalition.ts'
import { bidOfferOf, needPricingOf, type BidTerms } from './need-offer.ts'

/** What a bid costs one firm: one firm fewer, now, one more; and where today's price comes from. `share` is null where the caps do not reach it. */
export type OwnPrice = { prices: CurvePoint[]; share: FirmShare | null }
type PricedMilestone = { id: string; lotId: string; partOfLotBp: number }

/** Bids are compared at one number of firms: those that are bound, or as many as the mission needs. */
export const comparedFirms = (need: NeedTerms, bound: number): number => Math.max(bound, need.minFirms)

/**
 * A firm's own price in the coalition that the bid would get today, which is what the award would charge. A firm that does not come in sees the price with
 * everybody at the table.
 */
export const ownPriceOf = (need: NeedTerms, bid: BidTerms, candidates: readonly Candidate[], me: Candidate): OwnPrice => {
  const all = [...candidates.filter((candidate) => candidate.firmId !== me.firmId), me].sort(
    (a, b) => a.pledgedAt.getTime() - b.pledgedAt.getTime(),
  )
  const { members } = coalitionOf(bidOfferOf(need, bid), all)
  const together = members.includes(me.firmId) ? all.filter((candidate) => members.includes(candidate.firmId)) : all
  const pricing = needPricingOf(need, bid)
  const now = comparedFirms(need, together.length)
  const firms = [...together, ...newcomers(together, now - together.length)]
  const priced = firmSharesOf(pricing, firms, need.id)
  return {
    prices: ownPriceCurve({ pricing, firms, firmId: me.firmId, from: now - 1, upTo: now + 1, seed: need.id }),
    share: priced.isFunded ? priced.shares.get(me.firmId)! : null,
  }
}

/** The whole price HT for a number of firms, whatever their caps; null below the bid's first tier. */
export const bidTotalOf = (need: NeedTerms, bid: BidTerms, firms: number): number | null =>
  totalFor(
    needPricingOf(need, bid),
    Array.from({ length: firms }, (_, i) => ({ firmId: `${i}`, capMinor: 0 })),
  )

/** What each milestone is worth in all for a number of firms, as the award will cut it; empty below the bid's first tier. */
export const milestoneAmountsOf = (
  need: NeedTerms,
  bid: BidTerms & { milestones: readonly PricedMilestone[] },
  firms: number,
): number[] => {
  const pricing = needPricingOf(need, bid)
  const tier = tierFor(pricing.tiers, firms)
  if (!tier) return []
  const lots = new Map<string, number>(pricing.commonLots.map((lot, i) => [lot.lotId, commonAmountsOf(pricing, tier)[i]!]))
  const amounts = new Map<string, number>()
  for (const [lotId, amountMinor] of lots) for (const [id, cut] of cutOf(bid.milestones, lotId, amountMinor)) amounts.set(id, cut)
  for (const [lotId, amountMinor] of ownAmountsOf(pricing, tier.perFirmMinor)) {
    for (const [id, cut] of cutOf(bid.milestones, lotId, amountMinor)) amounts.set(id, timesMinor(cut, firms))
  }
  return bid.milestones.map((milestone) => amounts.get(milestone.id) ?? 0)
}

const ownAmountsOf = ({ ownLots }: Pricing, perFirmMinor: number): [string, number][] => {
  const parts = splitByWeight(
    perFirmMinor,
    ownLots.map((lot) => lot.part),
    ownLots.map((lot) => lot.lotId),
  )
  return ownLots.map((lot, i) => [lot.lotId, parts[i]!])
}

const cutOf = (milestones: readonly PricedMilestone[], lotId: string, amountMinor: number): [string, number][] => {
  const its = milestones.filter((milestone) => milestone.lotId === lotId)
  const ids = its.map((milestone) => milestone.id)
  const cuts = splitByWeight(
    amountMinor,
    its.map((milestone) => milestone.partOfLotBp),
    ids,
  )
  return ids.map((id, i) => [id, cuts[i]!])
}
