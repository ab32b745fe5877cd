import { DomainError } from '../errors/domain-error.ts'
import { sumMinor } from '../money/money.ts'
import { duelsOf, schulze, type Duel } from './schulze.ts'
import { accepts, type Vote } from './vote.ts'

export { NONE_OF_THESE, type Vote } from './vote.ts'

/** In basis points: a majority needs strictly more, of all electors; a quorum at least, an abstention counting as a voice. */
export type BallotRules = {
  method: 'approval' | 'score' | 'ranked' | 'consent'
  thresholdHeadsBp?: number
  thresholdEurosBp?: number
  quorumHeadsBp?: number
  quorumEurosBp?: number
}
/** A firm weighs its cap less its cover. */
export type Elector = { firmId: string; weightMinor: number }

export type Reason = 'CHOSEN' | 'TIED' | 'OUTRANKED' | 'HEADS_NOT_EUROS' | 'EUROS_NOT_HEADS' | 'NEITHER' | 'OBJECTION' | 'NO_QUORUM'

/** What one bid got, and why it was chosen or not. `meanHundredths` is its mean score of the votes cast, in hundredths, rounded half up. */
export type BidOutcome = {
  bidId: string
  acceptingHeads: number
  acceptingEurosMinor: number
  meanHundredths: number | null
  rank: number
  passesHeads: boolean
  passesEuros: boolean
  reason: Reason
}
export type Quorum = { votedHeads: number; neededHeads: number; votedMinor: number; neededMinor: number; isReached: boolean }
export type Outcome = {
  result: 'chosen' | 'tie' | 'none' | 'no_quorum'
  chosenBidId: string | null
  tiedBidIds: string[]
  quorum: Quorum
  /** Best first. */
  bids: BidOutcome[]
  /** For ranked votes. */
  duels: Duel[]
}

type Question = {
  rules: BallotRules
  bidIds: readonly string[]
  electors: readonly Elector[]
  votes: readonly Vote[]
  /** Objections that were lifted or overruled. */
  settledObjections?: readonly { firmId: string; bidId: string }[]
}

/**
 * The choice of a group: the best bid by the method among those that a majority of heads and of euros accepts (domain.md rule 5). A bid that left the vote
 * is simply not among `bidIds`; votes of firms that are no electors count for nothing.
 */
export const tally = (question: Question): Outcome => {
  const { rules, bidIds, electors } = question
  const weights = new Map(electors.map((elector) => [elector.firmId, elector.weightMinor]))
  const votes = [...new Map(question.votes.filter((vote) => weights.has(vote.firmId)).map((vote) => [vote.firmId, vote])).values()]
  const quorum = quorumOf(rules, electors, votes, weights)
  const duels = rules.method === 'ranked' ? duelsOf(bidIds, votes) : []
  const beats = beatsOf(rules.method, bidIds, votes, duels)
  const totalMinor = sumMinor(weights.values())
  const bids = bidIds.map((bidId) => {
    const accepting = votes.filter((vote) => accepts(vote, bidId))
    const acceptingEurosMinor = sumMinor(accepting.map((vote) => weights.get(vote.firmId)!))
    return {
      bidId,
      acceptingHeads: accepting.length,
      acceptingEurosMinor,
      meanHundredths: rules.method === 'score' ? meanHundredths(scoresOf(bidId, votes)) : null,
      rank: 1 + bidIds.filter((other) => beats(other, bidId)).length,
      passesHeads: accepting.length >= majorityNeeded(electors.length, rules.thresholdHeadsBp),
      passesEuros: acceptingEurosMinor >= majorityNeeded(totalMinor, rules.thresholdEurosBp),
      isObjected: isObjected(question, bidId, votes),
    }
  })
  const passing = quorum.isReached ? bids.filter((bid) => bid.passesHeads && bid.passesEuros && !bid.isObjected) : []
  const best = passing.filter((bid) => !passing.some((other) => beats(other.bidId, bid.bidId))).map((bid) => bid.bidId)
  const told = bids.map(({ isObjected, ...bid }) => ({
    ...bid,
    reason: reasonOf(bid, { isObjected, best, isQuorumReached: quorum.isReached }),
  }))
  return {
    result: !quorum.isReached ? 'no_quorum' : best.length === 0 ? 'none' : best.length === 1 ? 'chosen' : 'tie',
    chosenBidId: best.length === 1 ? best[0]! : null,
    tiedBidIds: best.length > 1 ? best : [],
    quorum,
    bids: told.sort((a, b) => Number(isFirst(b)) - Number(isFirst(a)) || a.rank - b.rank || (a.bidId < b.bidId ? -1 : 1)),
    duels,
  }
}

/** The association decides, between tied bids only. @throws NOT_TIED, NOT_AMONG_TIED */
export const checkCastingVote = (tiedBidIds: readonly string[], bidId: string): void => {
  if (tiedBidIds.length < 2) throw new DomainError('NOT_TIED')
  if (!tiedBidIds.includes(bidId)) throw new DomainError('NOT_AMONG_TIED')
}

/** The smallest whole number that is strictly more than so many basis points of a total. Of everything, everything is enough. */
export const majorityNeeded = (total: number, thresholdBp = 5000): number =>
  Math.min(total, Number((BigInt(total) * BigInt(thresholdBp)) / 10_000n) + 1)

/** The smallest whole number that is at least so many basis points of a total. */
export const quorumNeeded = (total: number, quorumBp = 0): number => Number((BigInt(total) * BigInt(quorumBp) + 9_999n) / 10_000n)

/** Participation in euros as a band of ten per cent: to the cent, a rival's cap could be read from it. */
export const euroBand = (votedMinor: number, totalMinor: number): { fromPercent: number; toPercent: number } => {
  const tenths = totalMinor === 0 ? 0 : Number((BigInt(votedMinor) * 10n) / BigInt(totalMinor))
  const fromPercent = 10 * Math.min(9, tenths)
  return { fromPercent, toPercent: fromPercent + 10 }
}

const isFirst = ({ reason }: BidOutcome) => reason === 'CHOSEN' || reason === 'TIED'

const quorumOf = (
  rules: BallotRules,
  electors: readonly Elector[],
  votes: readonly Vote[],
  weights: ReadonlyMap<string, number>,
): Quorum => {
  const neededHeads = quorumNeeded(electors.length, rules.quorumHeadsBp)
  const neededMinor = quorumNeeded(sumMinor(weights.values()), rules.quorumEurosBp)
  const votedMinor = sumMinor(votes.map((vote) => weights.get(vote.firmId)!))
  return {
    votedHeads: votes.length,
    neededHeads,
    votedMinor,
    neededMinor,
    isReached: electors.length > 0 && votes.length >= neededHeads && votedMinor >= neededMinor,
  }
}

/** Who is better by the method, heads alone: euros decide whether a bid passes, not how good it is. */
const beatsOf = (method: BallotRules['method'], bidIds: readonly string[], votes: readonly Vote[], duels: readonly Duel[]) => {
  if (method === 'ranked') return schulze(bidIds, duels)
  const points = (bidId: string) =>
    method === 'score' ? scoresOf(bidId, votes).reduce((sum, score) => sum + score, 0) : votes.filter((vote) => accepts(vote, bidId)).length
  const won = new Map(bidIds.map((bidId) => [bidId, points(bidId)]))
  return (bidId: string, overBidId: string) => won.get(bidId)! > won.get(overBidId)!
}

const scoresOf = (bidId: string, votes: readonly Vote[]): number[] =>
  votes.flatMap(({ choice }) => (choice.kind === 'score' ? [choice.scores[bidId] ?? 0] : []))

const meanHundredths = (scores: readonly number[]): number | null =>
  scores.length === 0 ? null : Math.floor((scores.reduce((sum, score) => sum + score, 0) * 200 + scores.length) / (2 * scores.length))

const isObjected = ({ settledObjections = [] }: Question, bidId: string, votes: readonly Vote[]) =>
  votes.some(
    ({ firmId, choice }) =>
      choice.kind === 'consent' &&
      bidId in choice.objections &&
      !settledObjections.some((settled) => settled.firmId === firmId && settled.bidId === bidId),
  )

type Verdict = { isObjected: boolean; best: readonly string[]; isQuorumReached: boolean }

const reasonOf = (bid: { bidId: string; passesHeads: boolean; passesEuros: boolean }, verdict: Verdict): Reason => {
  if (!verdict.isQuorumReached) return 'NO_QUORUM'
  if (!bid.passesHeads && !bid.passesEuros) return 'NEITHER'
  if (!bid.passesEuros) return 'HEADS_NOT_EUROS'
  if (!bid.passesHeads) return 'EUROS_NOT_HEADS'
  if (verdict.isObjected) return 'OBJECTION'
  if (!verdict.best.includes(bid.bidId)) return 'OUTRANKED'
  return verdict.best.length === 1 ? 'CHOSEN' : 'TIED'
}
