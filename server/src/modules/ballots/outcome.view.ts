import type { BallotOutcome } from '@mutuo/shared/ballots/ballot.schema.ts'
import { euroBand } from '@mutuo/shared/ballots/tally.ts'
import type { BallotReader } from './ballot-reader.ts'
import type { StoredOutcome } from './ballot.model.ts'
import { recordOutcome, tallyBallot } from './decide-outcome.ts'

/** What came out, without names, and of the euros bands. */
export const presentOutcome = (stored: StoredOutcome, { ballot, mark }: BallotReader): BallotOutcome => {
  const { euros, bids: told, votedFirmIds: _, closedAt, ...outcome } = stored
  return {
    ...outcome,
    euros: {
      voted: euroBand(euros.votedMinor, euros.eligibleMinor),
      majorityPercent: Math.floor(ballot.rules.majorityEurosBp / 100),
    },
    bids: told.map(({ freelancerId, acceptedEurosMinor, ...bid }) => ({
      ...bid,
      freelancer: mark(freelancerId),
      acceptedEuros: euroBand(acceptedEurosMinor, euros.eligibleMinor),
    })),
    closedAt: closedAt.toISOString(),
  }
}

/** With fewer papers one could tell who said what. */
const fewestVotesShown = 3

/** Where the rules hide nothing, how the vote stands. */
export const presentStanding = (reader: BallotReader): BallotOutcome['bids'] | undefined => {
  const { ballot, votes, now } = reader
  if (ballot.state !== 'open' || ballot.rules.resultsHidden || votes.length < fewestVotesShown) return undefined
  return presentOutcome(recordOutcome(ballot, [...votes], tallyBallot(ballot, [...votes]), now), reader).bids
}
