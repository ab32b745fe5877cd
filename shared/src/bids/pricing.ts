import { splitByWeight } from '../money/largest-remainder.ts'
import { sumMinor, timesMinor } from '../money/money.ts'

export type ShareKey = 'equal' | 'weight' | 'units' | 'pledge'
export type PriceTier = { minFirms: number; commonMinor: number; perFirmMinor: number }

/**
 * A price HT for every number of firms. The tier's common amount is divided over the common lots, its amount per firm over the own lots, by parts (any
 * whole numbers). A scope is an own lot priced apart from the tiers, for a firm or for each of its units.
 */
export type Pricing = {
  tiers: readonly PriceTier[]
  commonLots: readonly { lotId: string; part: number; key: ShareKey }[]
  ownLots: readonly { lotId: string; part: number }[]
  scopes: readonly Scope[]
  /** The least that each firm pays, where it is more than its own minimum. */
  minimumMinor?: number | undefined
}
export type Scope = { lotId: string; per: 'firm' | 'unit'; priceMinor: number }

/** A firm as prices see it. Its share at the award never passes its cap less its cover; the lot ids of `unitsByLot` override `units`. */
export type PricedFirm = {
  firmId: string
  capMinor: number
  coverMinor?: number
  minimumMinor?: number
  weight?: number
  units?: number
  unitsByLot?: Readonly<Record<string, number>>
}

/** The lots of a price that names none. */
export const WHOLE_COMMON_LOT = 'common'
export const WHOLE_OWN_LOT = 'own'

type NeedLot = { id: string; kind: 'common'; targetMinor: number; shareKey: ShareKey } | { id: string; kind: 'own'; targetMinor: number }
type BidPrice = {
  tiers: readonly PriceTier[]
  commonLots?: readonly { lotId: string; partBp: number }[]
  ownLots?: readonly { lotId: string; partBp: number }[]
  scopes?: readonly Scope[]
}

/** A bid's price, with the share keys of its need's common lots. */
export const pricingOfBid = (bid: BidPrice, needLots: readonly NeedLot[] = [], defaultKey: ShareKey = 'equal'): Pricing => {
  const keys = new Map(needLots.map((lot) => [lot.id, lot.kind === 'common' ? lot.shareKey : defaultKey]))
  const commonLots = bid.commonLots?.length ? bid.commonLots : [{ lotId: WHOLE_COMMON_LOT, partBp: 10_000 }]
  const ownLots = bid.ownLots?.length ? bid.ownLots : [{ lotId: WHOLE_OWN_LOT, partBp: 10_000 }]
  return {
    tiers: [...bid.tiers].sort((a, b) => a.minFirms - b.minFirms),
    commonLots: commonLots.map(({ lotId, partBp }) => ({ lotId, part: partBp, key: keys.get(lotId) ?? defaultKey })),
    ownLots: ownLots.map(({ lotId, partBp }) => ({ lotId, part: partBp })),
    scopes: bid.scopes ?? [],
  }
}

/** The price that a need hopes for, which stands in for a bid until the first one comes (domain.md rule 1). */
export const pricingOfTarget = (needLots: readonly NeedLot[], minFirms = 1): Pricing => {
  const common = needLots.filter((lot) => lot.kind === 'common')
  const own = needLots.filter((lot) => lot.kind === 'own')
  const tier = {
    minFirms,
    commonMinor: sumMinor(common.map((lot) => lot.targetMinor)),
    perFirmMinor: sumMinor(own.map((lot) => lot.targetMinor)),
  }
  return {
    tiers: [tier],
    commonLots: common.map((lot) => ({ lotId: lot.id, part: lot.targetMinor, key: lot.shareKey })),
    ownLots: own.map((lot) => ({ lotId: lot.id, part: lot.targetMinor })),
    scopes: [],
  }
}

/** The tier that holds for a number of firms, or null below the first. */
export const tierFor = (tiers: readonly PriceTier[], firms: number): PriceTier | null =>
  tiers.reduce<PriceTier | null>((held, tier) => (tier.minFirms <= firms && (!held || tier.minFirms > held.minFirms) ? tier : held), null)

/** The whole price HT for exactly these firms, or null below the first tier. */
export const totalFor = (pricing: Pricing, firms: readonly PricedFirm[]): number | null => {
  const tier = tierFor(pricing.tiers, firms.length)
  if (!tier) return null
  return sumMinor([tier.commonMinor, ...firms.map((firm) => ownMinorOf(pricing, tier, firm))])
}

/** The most that the award may ask of a firm. */
export const mostMinorOf = (firm: PricedFirm) => firm.capMinor - (firm.coverMinor ?? 0)

/** What a firm pays at least. */
export const leastMinorOf = ({ minimumMinor = 0 }: Pricing, firm: PricedFirm) =>
  (firm.minimumMinor ?? 0) > minimumMinor ? firm.minimumMinor! : minimumMinor

/** What a firm pays for its own lots: its scopes and the tier's amount per firm. */
export const ownMinorOf = (pricing: Pricing, tier: PriceTier, firm: PricedFirm): number =>
  pricing.scopes.reduce((sum, scope) => sum + scopeMinorOf(scope, firm), tier.perFirmMinor)

/** The same, lot by lot. */
export const ownLotsOf = (pricing: Pricing, tier: PriceTier, firm: PricedFirm): Map<string, number> => {
  const ids = pricing.ownLots.map((lot) => lot.lotId)
  const parts = splitParts(tier.perFirmMinor, pricing.ownLots)
  const lots = new Map(ids.map((id, i) => [id, parts[i]!]))
  for (const scope of pricing.scopes) lots.set(scope.lotId, (lots.get(scope.lotId) ?? 0) + scopeMinorOf(scope, firm))
  return lots
}

/** The tier's common amount, common lot by common lot, in the order of the pricing. */
export const commonAmountsOf = (pricing: Pricing, tier: PriceTier): number[] => splitParts(tier.commonMinor, pricing.commonLots)

/** What a firm weighs in a common lot. By pledge it weighs what it puts in: its cap less its cover. */
export const weightIn = ({ lotId, key }: Pricing['commonLots'][number], firm: PricedFirm): number => {
  if (key === 'weight') return firm.weight ?? 1
  if (key === 'units') return unitsIn(lotId, firm)
  return key === 'pledge' ? Math.max(0, mostMinorOf(firm)) : 1
}

const unitsIn = (lotId: string, firm: PricedFirm) => firm.unitsByLot?.[lotId] ?? firm.units ?? 1

const scopeMinorOf = ({ lotId, per, priceMinor }: Scope, firm: PricedFirm) => {
  const units = unitsIn(lotId, firm)
  return units === 0 ? 0 : per === 'unit' ? timesMinor(priceMinor, units) : priceMinor
}

const splitParts = (totalMinor: number, lots: readonly { lotId: string; part: number }[]): number[] => {
  const parts = lots.map((lot) => lot.part)
  return splitByWeight(
    totalMinor,
    parts.some((part) => part > 0) ? parts : parts.map(() => 1),
    lots.map((lot) => lot.lotId),
  )
}
