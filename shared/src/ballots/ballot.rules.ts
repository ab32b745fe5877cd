import { DomainError } from '../errors/domain-error.ts'
import type { BallotMethod } from '../groups/group.schema.ts'
import type { CastVoteInput } from './ballot.schema.ts'
import { NONE_OF_THESE, type Vote } from './tally.ts'

const highestValue: Record<BallotMethod, number> = { approval: 1, score: 5, ranked: 50, consent: 1 }

type OpenBallot = { state: string; closesAt: Date; method: BallotMethod; bidIds: readonly string[] }

/**
 * Whether what a firm says is a whole vote in time. The deadline binds when the request arrived.
 * @throws BALLOT_CLOSED, CHOICES_INCOMPLETE, CHOICE_OUT_OF_RANGE, OBJECTION_NEEDS_REASON
 */
export const checkVote = (ballot: OpenBallot, input: Omit<CastVoteInput, 'ballotId'>, now: Date): void => {
  if (ballot.state !== 'open' || now > ballot.closesAt) throw new DomainError('BALLOT_CLOSED')
  if (input.abstains) return
  const said = new Set(input.choices.map((choice) => choice.bidId))
  const missing = ballot.bidIds.filter((bidId) => !said.has(bidId)).length
  if (missing > 0 || said.size !== input.choices.length || said.size !== ballot.bidIds.length) {
    throw new DomainError('CHOICES_INCOMPLETE', { missing })
  }
  const highest = highestValue[ballot.method]
  if (input.choices.some((choice) => choice.value > highest)) throw new DomainError('CHOICE_OUT_OF_RANGE', { highest })
  if (ballot.method === 'consent' && input.choices.some((choice) => choice.value === 0) && !input.reason) {
    throw new DomainError('OBJECTION_NEEDS_REASON')
  }
}

/** What a firm sent, in the shape that the tally of the ballot's method reads. */
export const voteOf = (method: BallotMethod, firmId: string, said: Omit<CastVoteInput, 'ballotId'>): Vote => {
  if (said.abstains) return { firmId, choice: { kind: 'abstain' } }
  switch (method) {
    case 'approval':
      return {
        firmId,
        choice: { kind: 'approval', bidIds: said.choices.filter((choice) => choice.value === 1).map((choice) => choice.bidId) },
      }
    case 'score':
      return { firmId, choice: { kind: 'score', scores: Object.fromEntries(said.choices.map((choice) => [choice.bidId, choice.value])) } }
    case 'ranked':
      return { firmId, choice: { kind: 'ranked', ranking: rankingOf(said.choices) } }
    case 'consent': {
      const objected = said.choices.filter((choice) => choice.value === 0)
      return {
        firmId,
        choice: { kind: 'consent', objections: Object.fromEntries(objected.map((choice) => [choice.bidId, said.reason ?? ''])) },
      }
    }
  }
}

/** Ranks 1, 2, 3… become tiers; rank 0 stands below "none of these". */
const rankingOf = (choices: CastVoteInput['choices']): string[][] => {
  const ranks = [...new Set(choices.map((choice) => choice.value).filter((rank) => rank > 0))].sort((a, b) => a - b)
  const tiers = ranks.map((rank) => choices.filter((choice) => choice.value === rank).map((choice) => choice.bidId))
  const refused = choices.filter((choice) => choice.value === 0).map((choice) => choice.bidId)
  return [...tiers, [NONE_OF_THESE], ...(refused.length > 0 ? [refused] : [])]
}
