import { mayRead, readersOf } from '@mutuo/shared/audiences/audiences.ts'
import type { BallotView, VotePaper, VoteTrace } from '@mutuo/shared/ballots/ballot.schema.ts'
import type { BallotReader } from './ballot-reader.ts'
import { ballotStore } from './ballot.store.ts'
import type { VoteRecord } from './vote.model.ts'

type Said = Omit<NonNullable<BallotView['myVote']>, 'hand'>

const paperOf = ({ abstains, choices, reason }: VoteRecord): VotePaper => ({ abstains, choices, ...(reason !== null && { reason }) })

export const presentVote = (vote: VoteRecord): Said => ({
  ...paperOf(vote),
  changedAt: (vote.acts.at(-1)?.at ?? new Date(0)).toISOString(),
  changes: vote.acts.length - 1,
})

export const presentOwnVote = (vote: VoteRecord): NonNullable<BallotView['myVote']> => ({
  ...presentVote(vote),
  hand: vote.acts.at(-1)?.hand ?? 'owner',
})

/**
 * How each firm took part, once the outcome is there. What it said is its own to read, and the association's once all is decided; of an anonymous
 * ballot nothing leads from a paper to a firm, so that there is nothing to show.
 */
export const presentTraces = async (reader: BallotReader): Promise<VoteTrace[]> => {
  const { ballot, mark } = reader
  if (!ballot.outcome || ballot.rules.isAnonymous) return []
  const votes = await ballotStore.allVotes(ballot)
  return votes
    .map((vote) => ({
      firm: mark(vote.firmId),
      round: vote.round,
      acts: vote.acts.map(({ at, hand }) => ({ at: at.toISOString(), hand })),
      ...(mayReadPaper(vote, reader) && { vote: paperOf(vote) }),
    }))
    .sort((a, b) => a.round - b.round || a.firm.name.localeCompare(b.firm.name, 'fr'))
}

const mayReadPaper = ({ firmId }: VoteRecord, { ballot, viewer, group }: BallotReader): boolean => {
  const firmIds = ballot.electors.map((elector) => elector.firmId)
  return mayRead('vote.paper', readersOf(viewer, { firmIds, associationId: group.associationId }, firmId), {
    decided: ballot.state === 'closed',
  })
}
