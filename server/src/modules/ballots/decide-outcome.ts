import { createHash } from 'node:crypto'
import { voteOf } from '@mutuo/shared/ballots/ballot.rules.ts'
import { majorityNeeded, tally, type Outcome } from '@mutuo/shared/ballots/tally.ts'
import type { BallotRecord, StoredOutcome } from './ballot.model.ts'
import type { VoteRecord } from './vote.model.ts'

/** The tally of a ballot under its own rules. Pure. */
export const tallyBallot = (ballot: BallotRecord, votes: VoteRecord[]): Outcome =>
  tally({
    rules: {
      method: ballot.rules.method,
      quorumHeadsBp: ballot.rules.quorumHeadsBp,
      quorumEurosBp: ballot.rules.quorumEurosBp,
      thresholdHeadsBp: ballot.rules.majorityHeadsBp,
      thresholdEurosBp: ballot.rules.majorityEurosBp,
    },
    bidIds: ballot.bids.map((bid) => bid.bidId),
    electors: ballot.electors,
    votes: votes.map((vote) => voteOf(ballot.rules.method, vote.firmId, { ...vote, reason: vote.reason ?? undefined })),
  })

type Casting = { by: 'majority' } | { by: 'casting'; reason: string }

/** The outcome record (procès-verbal): who could vote, who did, what each bid got, sealed with SHA-256 over its content and every vote. */
export const recordOutcome = (ballot: BallotRecord, votes: VoteRecord[], outcome: Outcome, casting: Casting, now: Date): StoredOutcome => {
  const eligibleMinor = sum(ballot.electors.map((elector) => elector.weightMinor))
  const voters = new Set(votes.map((vote) => vote.firmId))
  const record = {
    verdict: outcome.result,
    ...(outcome.chosenBidId && { chosenBidId: outcome.chosenBidId }),
    byCastingVote: casting.by === 'casting',
    ...(casting.by === 'casting' && { castingReason: casting.reason }),
    heads: {
      voted: voters.size,
      eligible: ballot.electors.length,
      needed: majorityNeeded(ballot.electors.length, ballot.rules.majorityHeadsBp),
    },
    euros: {
      votedMinor: sum(ballot.electors.filter((elector) => voters.has(elector.firmId)).map((elector) => elector.weightMinor)),
      eligibleMinor,
      neededMinor: majorityNeeded(eligibleMinor, ballot.rules.majorityEurosBp),
    },
    bids: outcome.bids.map((bid) => ({
      bidId: bid.bidId,
      freelancerId: ballot.bids.find((candidate) => candidate.bidId === bid.bidId)?.freelancerId ?? '',
      result: resultOf(ballot, bid),
      acceptedHeads: bid.acceptingHeads,
      acceptedEurosMinor: bid.acceptingEurosMinor,
      passesHeads: bid.passesHeads,
      passesEuros: bid.passesEuros,
      isChosen: bid.bidId === outcome.chosenBidId,
    })),
    reasons: reasonsIn(votes),
    closedAt: now,
  }
  const seal = createHash('sha256')
    .update(JSON.stringify({ ballot: ballot._id, electors: ballot.electors, votes, record }))
    .digest('hex')
  return { ...record, seal }
}

/** In alphabetical order: in the order of the votes, who had just voted would be known by its reason. */
const reasonsIn = (votes: VoteRecord[]) =>
  votes.flatMap((vote) => (vote.reason ? [vote.reason] : [])).sort((a, b) => a.localeCompare(b, 'fr'))

const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0)

/** Score: the mean out of 5. Every other method: the firms that accept. */
const resultOf = (ballot: BallotRecord, bid: Outcome['bids'][number]) =>
  ballot.rules.method === 'score' ? (bid.meanHundredths ?? 0) / 100 : bid.acceptingHeads
