import { WHOLE_COMMON_LOT, commonAmountsOf, tierFor, type PricedFirm, type Pricing, type ShareKey } from '../bids/pricing.ts'
import { splitByWeight } from '../money/largest-remainder.ts'
import { sumMinor } from '../money/money.ts'
import type { NeedTerms } from '../needs/need.schema.ts'
import type { Offer } from './candidate.ts'
import { shownPricingOf } from './need-offer.ts'
import { openSharesOf } from './participation.rules.ts'

export type KeyRow = {
  key: ShareKey | 'mixed'
  isCurrent: boolean
  /** What one firm would pay HT, `from` and `to` the same where it is exact. */
  mine: { fromMinor: number; toMinor: number } | null
  /** What all would pay, without names: the least, the middle and the most. */
  spread: { leastMinor: number; middleMinor: number; mostMinor: number } | null
}

/** With fewer firms a spread would name them. */
export const FEWEST_IN_SPREAD = 4
const TENTHS = 10
const keys: readonly ShareKey[] = ['equal', 'units', 'weight', 'pledge']

/**
 * What each share key would cost, by the keys alone: caps move nothing here, so that none can be read. Under the key of pledges, while it is not the need's own,
 * a firm sees the tenth of the price in which its part falls and nobody sees a spread: exact figures would give the others' caps away.
 */
export const shareKeysOf = (need: NeedTerms, offer: Offer, firms: readonly PricedFirm[], me: PricedFirm | null): KeyRow[] => {
  const pricing = shownPricingOf(need, offer)
  const { commonLots } = pricing
  if (commonLots.length === 0) return []
  const together = me ? [...firms.filter((firm) => firm.firmId !== me.firmId), me] : [...firms]
  const count = Math.max(together.length, need.minFirms)
  const own = ownKeyOf(pricing)
  const rows = own === 'mixed' ? (['mixed', ...keys] as const) : keys
  return rows.map((key) => {
    const applied = key === 'mixed' ? pricing : { ...pricing, commonLots: commonLots.map((lot) => ({ ...lot, key })) }
    const shares = openSharesOf(applied, together, count)
    const speaksOfCaps = key === 'pledge' && own !== 'pledge'
    return {
      key,
      isCurrent: key === own,
      mine: me && shares ? mineOf(shares.get(me.firmId)!, speaksOfCaps ? edgesOf(applied, count) : null, me) : null,
      spread: shares && !speaksOfCaps && usesNoPledge(applied) ? spreadOf(firms.map((firm) => shares.get(firm.firmId)!)) : null,
    }
  })
}

/** The key of all common lots, where they have one. */
const ownKeyOf = ({ commonLots }: Pricing): ShareKey | 'mixed' => {
  const [first, ...others] = commonLots
  return others.every((lot) => lot.key === first!.key) ? first!.key : 'mixed'
}

const usesNoPledge = ({ commonLots }: Pricing) => commonLots.every((lot) => lot.key !== 'pledge')

/** The ends of each tenth of the common amount, above what every firm pays for its own lots. */
const edgesOf = (pricing: Pricing, count: number): number[] => {
  const tier = tierFor(pricing.tiers, count)!
  const parts = splitByWeight(sumMinor(commonAmountsOf(pricing, tier)), Array<number>(TENTHS).fill(1), tenths)
  return parts.reduce<number[]>((edges, part) => [...edges, edges.at(-1)! + part], [tier.perFirmMinor])
}

const tenths = Array.from({ length: TENTHS }, (_, at) => `${WHOLE_COMMON_LOT}-${at}`)

/** A firm that has not said its cap yet has no part by pledges. */
const mineOf = (shareMinor: number, edges: number[] | null, me: PricedFirm): KeyRow['mine'] => {
  if (!edges) return { fromMinor: shareMinor, toMinor: shareMinor }
  if (me.capMinor === 0) return null
  const passed = edges.filter((edge) => edge <= shareMinor).length
  const tenth = Math.min(Math.max(passed, 1), TENTHS)
  return { fromMinor: edges[tenth - 1]!, toMinor: edges[tenth]! }
}

const spreadOf = (shares: readonly number[]): KeyRow['spread'] => {
  if (shares.length < FEWEST_IN_SPREAD) return null
  const sorted = [...shares].sort((a, b) => a - b)
  return { leastMinor: sorted[0]!, middleMinor: sorted[Math.floor(sorted.length / 2)]!, mostMinor: sorted.at(-1)! }
}
