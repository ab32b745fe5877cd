import { createHash } from 'node:crypto'
import { voteOf } from '@mutuo/shared/ballots/ballot.rules.ts'
import { presentElectors } from '@mutuo/shared/ballots/electors.ts'
import { settledConsents } from '@mutuo/shared/ballots/objection.rules.ts'
import { pairsOf } from '@mutuo/shared/ballots/schulze.ts'
import { majorityNeeded, tally, type Outcome } from '@mutuo/shared/ballots/tally.ts'
import type { BallotRecord, StoredOutcome } from './ballot.model.ts'
import type { VoteRecord } from './vote.model.ts'

/** The tally of a ballot under its own rules: of who still takes part, between the bids that are still voted on. Pure. */
export const tallyBallot = (ballot: BallotRecord, votes: VoteRecord[]): Outcome =>
  tally({
    rules: {
      method: ballot.rules.method,
      quorumHeadsBp: ballot.rules.quorumHeadsBp,
      quorumEurosBp: ballot.rules.quorumEurosBp,
      thresholdHeadsBp: ballot.rules.majorityHeadsBp,
      thresholdEurosBp: ballot.rules.majorityEurosBp,
    },
    bidIds: bidsAtVote(ballot),
    electors: presentElectors(ballot.electors),
    votes: votes.map((vote) => voteOf(ballot.rules.method, vote.firmId, { ...vote, reason: vote.reason ?? undefined })),
    settledObjections: settledConsents(ballot.objections),
  })

export const bidsAtVote = ({ bids }: Pick<BallotRecord, 'bids'>): string[] => bids.filter(({ isOut }) => !isOut).map(({ bidId }) => bidId)

/** The outcome record (procès-verbal): who could vote, who did, what each bid got, sealed with SHA-256 over its content and every vote. */
export const recordOutcome = (ballot: BallotRecord, votes: VoteRecord[], outcome: Outcome, now: Date): StoredOutcome => {
  const electors = presentElectors(ballot.electors)
  const eligibleMinor = sum(electors.map((elector) => elector.weightMinor))
  const record = {
    verdict: outcome.result,
    ...(outcome.chosenBidId && { chosenBidId: outcome.chosenBidId }),
    byCastingVote: false,
    heads: {
      voted: outcome.quorum.votedHeads,
      eligible: electors.length,
      needed: majorityNeeded(electors.length, ballot.rules.majorityHeadsBp),
    },
    euros: {
      votedMinor: outcome.quorum.votedMinor,
      eligibleMinor,
      neededMinor: majorityNeeded(eligibleMinor, ballot.rules.majorityEurosBp),
    },
    bids: outcome.bids.map((bid) => bidOutcomeOf(ballot, outcome, bid)),
    duels: pairsOf(outcome.duels),
    reasons: reasonsIn(votes),
    votedFirmIds: ballot.votedFirmIds,
    closedAt: now,
  }
  const { proxies, objections } = ballot
  return {
    ...record,
    seal: sealOf({ ballot: ballot._id, round: ballot.round, electors: ballot.electors, proxies, objections, votes, record }),
  }
}

/** The same record after the association has decided between equals: its seal holds the one before. */
export const withCastingVote = (record: StoredOutcome, bidId: string, castingReason: string, now: Date): StoredOutcome => {
  const { seal: former, ...before } = record
  const bids = record.bids.map((bid) => ({ ...bid, isChosen: bid.bidId === bidId })).sort((a, b) => Number(b.isChosen) - Number(a.isChosen))
  const decided = { ...before, verdict: 'chosen' as const, chosenBidId: bidId, byCastingVote: true, castingReason, bids, closedAt: now }
  return { ...decided, seal: sealOf({ former, decided }) }
}

const bidOutcomeOf = (ballot: BallotRecord, outcome: Outcome, bid: Outcome['bids'][number]): StoredOutcome['bids'][number] => ({
  bidId: bid.bidId,
  freelancerId: ballot.bids.find((candidate) => candidate.bidId === bid.bidId)?.freelancerId ?? '',
  result: resultOf(ballot, bid),
  acceptedHeads: bid.acceptingHeads,
  acceptedEurosMinor: bid.acceptingEurosMinor,
  passesHeads: bid.passesHeads,
  passesEuros: bid.passesEuros,
  isChosen: bid.bidId === outcome.chosenBidId,
  isTied: outcome.tiedBidIds.includes(bid.bidId),
  isObjected: bid.reason === 'OBJECTION',
})

const sealOf = (content: object) => createHash('sha256').update(JSON.stringify(content)).digest('hex')

/** In alphabetical order: in the order of the votes, who had just voted would be known by its reason. */
const reasonsIn = (votes: VoteRecord[]) =>
  votes.flatMap((vote) => (vote.reason ? [vote.reason] : [])).sort((a, b) => a.localeCompare(b, 'fr'))

const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0)

/** Score: the mean out of 5. Every other method: the firms that accept. */
const resultOf = (ballot: BallotRecord, bid: Outcome['bids'][number]) =>
  ballot.rules.method === 'score' ? (bid.meanHundredths ?? 0) / 100 : bid.acceptingHeads
