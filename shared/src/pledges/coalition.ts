import { firmSharesOf, type FirmShare } from '../bids/firm-shares.ts'
import { newcomers } from '../bids/price-curve.ts'
import { asCandidates, entriesOf, lacksOf, obstaclesIn, type BlockReason } from './blocked.ts'
import { byTimeOfPledge, type Candidate, type Offer } from './candidate.ts'
import { greatestFixpoint } from './greatest-fixpoint.ts'
import { steppingBack } from './stepping-back.ts'

export type { BlockReason } from './blocked.ts'
export type { Candidate, Conditions, Offer } from './candidate.ts'

/** The tour de table: who is in (by time of pledge), at which shares HT, what holds back the others, and the next number of firms that lets some in. */
export type Coalition = {
  members: string[]
  priceMinor: number
  shares: Map<string, FirmShare>
  blocked: { firmId: string; reasons: BlockReason[] }[]
  next: { firms: number; joining: number } | null
}

/** The largest set of pledges whose conditions all hold (domain.md rule 1). Its shares sum to the price and none passes a cap. */
export const coalitionOf = (offer: Offer, candidates: readonly Candidate[]): Coalition => {
  const { standing, steppedBack } = standingOf(offer, candidates)
  const members = greatestFixpoint(offer.pricing, standing).sort(byTimeOfPledge)
  const entries = entriesOf(offer.pricing, { members, standing })
  const obstaclesOf = obstaclesIn(offer.pricing, { members, standing })
  const memberIds = new Set(members.map((member) => member.firmId))
  const reasonsOf = (candidate: Candidate): BlockReason[] => {
    if (steppedBack.has(candidate.firmId)) return [{ code: 'STEPPED_BACK' }]
    return [...lacksOf(offer, candidate), ...obstaclesOf(candidate, entries.get(candidate.firmId))]
  }
  const priced = firmSharesOf(offer.pricing, members, offer.seed)
  return {
    members: members.map((member) => member.firmId),
    priceMinor: priced.isFunded ? priced.totalMinor : 0,
    shares: priced.isFunded ? priced.shares : new Map(),
    blocked: candidates
      .filter((candidate) => !memberIds.has(candidate.firmId))
      .sort(byTimeOfPledge)
      .map((candidate) => ({ firmId: candidate.firmId, reasons: reasonsOf(candidate) })),
    next: nextOf(entries),
  }
}

/** One row of what a firm would pay, and whether its pledge comes in, when so many ordinary firms more have joined. HT. */
export type OutlookPoint = { firms: number; shareMinor: number | null; comesIn: boolean; isNow: boolean }

/** A candidate's own outlook, for today and for one to `more` firms more. */
export const outlookOf = (offer: Offer, candidates: readonly Candidate[], firmId: string, more = 3): OutlookPoint[] => {
  const { standing } = standingOf(offer, candidates)
  const own = candidates.find((candidate) => candidate.firmId === firmId)
  if (!own) return []
  const others = asCandidates(newcomers(candidates, more))
  return Array.from({ length: more + 1 }, (_, count) => {
    const members = greatestFixpoint(offer.pricing, [...standing, ...others.slice(0, count)])
    const comesIn = members.includes(own)
    const together = comesIn ? members : [...members, own]
    const priced = firmSharesOf(offer.pricing, together, offer.seed)
    const shareMinor = priced.isFunded ? priced.shares.get(firmId)!.shareMinor : null
    return { firms: together.length, shareMinor, comesIn, isNow: count === 0 }
  })
}

/** Those whom the offer suits and who have not stepped back: numbers and prices decide among them. */
const standingOf = (offer: Offer, candidates: readonly Candidate[]) => {
  const suited = candidates.filter((candidate) => lacksOf(offer, candidate).length === 0)
  const steppedBack = steppingBack(offer.pricing, suited)
  return { standing: suited.filter((candidate) => !steppedBack.has(candidate.firmId)), steppedBack }
}

const nextOf = (entries: ReadonlyMap<string, number>): Coalition['next'] => {
  const counts = [...entries.values()]
  if (counts.length === 0) return null
  const firms = Math.min(...counts)
  return { firms, joining: counts.filter((count) => count === firms).length }
}
