import { DomainError } from '../errors/domain-error.ts'
import { splitByWeight } from '../money/largest-remainder.ts'
import type { PriceTier } from './pricing.ts'

type Lot = { id: string; kind: 'common' | 'own' }
type Part = { lotId: string; partBp: number }
type PricedBid = {
  tiers: readonly PriceTier[]
  commonLots: readonly Part[]
  ownLots: readonly Part[]
  milestones: readonly { id: string; lotId: string; partOfLotBp: number }[]
  startsOn: string
  deliversOn: string
}
type BidRefusal =
  'TIERS_DISORDERED' | 'TIERS_RISE' | 'LOTS_DO_NOT_MATCH' | 'PARTS_DO_NOT_SUM' | 'MILESTONE_TOO_SMALL' | 'DELIVERY_BEFORE_START'

/** A milestone that is worth less than a euro for every firm cannot be paid for. */
const SMALLEST_MILESTONE_MINOR = 100
/** Parts are basis points: these are all of them. */
export const WHOLE_BP = 10_000

/**
 * A bid that can be priced for every number of firms: tiers in order, no figure that rises (domain.md rule 2), every lot of the need with its part and
 * its milestones. `mostFirms` is the largest group that the need may become.
 * @throws TIERS_DISORDERED, TIERS_RISE, LOTS_DO_NOT_MATCH, PARTS_DO_NOT_SUM, MILESTONE_TOO_SMALL, DELIVERY_BEFORE_START
 */
export const checkBid = (bid: PricedBid, lots: readonly Lot[], mostFirms: number): void => {
  const refusal = refusalOf(bid, lots, mostFirms)
  if (refusal) throw new DomainError(refusal)
}

/** The first reason to refuse the bid, or null. */
export const refusalOf = (bid: PricedBid, lots: readonly Lot[], mostFirms: number): BidRefusal | null => {
  if (isDisordered(bid.tiers)) return 'TIERS_DISORDERED'
  if (doRise(bid.tiers)) return 'TIERS_RISE'
  if (!doMatch(bid, lots)) return 'LOTS_DO_NOT_MATCH'
  if (!doSum(bid)) return 'PARTS_DO_NOT_SUM'
  if (isMilestoneTooSmall(bid, mostFirms)) return 'MILESTONE_TOO_SMALL'
  return bid.deliversOn < bid.startsOn ? 'DELIVERY_BEFORE_START' : null
}

const pairs = (tiers: readonly PriceTier[]) => tiers.slice(1).map((tier, i): [PriceTier, PriceTier] => [tiers[i]!, tier])

const isDisordered = (tiers: readonly PriceTier[]) =>
  tiers.length === 0 || pairs(tiers).some(([one, next]) => next.minFirms <= one.minFirms)

const doRise = (tiers: readonly PriceTier[]) =>
  pairs(tiers).some(([one, next]) => next.commonMinor > one.commonMinor || next.perFirmMinor > one.perFirmMinor)

/** Each kind of lot has its parts, once each; milestones belong to lots of the need, and no lot that costs something goes without. */
const doMatch = (bid: PricedBid, lots: readonly Lot[]) => {
  const isSame = (parts: readonly Part[], kind: Lot['kind']) => {
    const expected = lots.filter((lot) => lot.kind === kind).map((lot) => lot.id)
    return parts.length === expected.length && expected.every((id) => parts.some((part) => part.lotId === id))
  }
  const hasLots = (kind: Lot['kind']) => lots.some((lot) => lot.kind === kind)
  return (
    isSame(bid.commonLots, 'common') &&
    isSame(bid.ownLots, 'own') &&
    (hasLots('common') || bid.tiers.every((tier) => tier.commonMinor === 0)) &&
    (hasLots('own') || bid.tiers.every((tier) => tier.perFirmMinor === 0)) &&
    bid.milestones.every((milestone) => lots.some((lot) => lot.id === milestone.lotId)) &&
    [...bid.commonLots, ...bid.ownLots].every(
      (part) => part.partBp === 0 || bid.milestones.some((milestone) => milestone.lotId === part.lotId),
    )
  )
}

const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0)

const doSum = (bid: PricedBid) => {
  const isWhole = (parts: readonly number[]) => parts.length === 0 || sumOf(parts) === WHOLE_BP
  const lotIds = new Set(bid.milestones.map((milestone) => milestone.lotId))
  return (
    isWhole(bid.commonLots.map((lot) => lot.partBp)) &&
    isWhole(bid.ownLots.map((lot) => lot.partBp)) &&
    [...lotIds].every((lotId) => isWhole(bid.milestones.filter((milestone) => milestone.lotId === lotId).map((m) => m.partOfLotBp)))
  )
}

const isMilestoneTooSmall = (bid: PricedBid, mostFirms: number) =>
  bid.tiers.some((tier) => {
    const smallest = (amountMinor: number, parts: readonly Part[], firms: number) =>
      splitByWeight(
        amountMinor,
        parts.map((part) => part.partBp),
        parts.map((part) => part.lotId),
      ).some((lotMinor, l) => {
        const milestones = bid.milestones.filter((milestone) => milestone.lotId === parts[l]!.lotId)
        const amounts = splitByWeight(
          lotMinor,
          milestones.map((milestone) => milestone.partOfLotBp),
          milestones.map((milestone) => milestone.id),
        )
        return lotMinor > 0 && amounts.some((milestoneMinor) => milestoneMinor < SMALLEST_MILESTONE_MINOR * firms)
      })
    return smallest(tier.commonMinor, bid.commonLots, mostFirms) || smallest(tier.perFirmMinor, bid.ownLots, 1)
  })
