import type { BallotView, VotePaper } from '@mutuo/shared/ballots/ballot.schema.ts'
import type { BallotMethod } from '@mutuo/shared/groups/group.schema.ts'

/**
 * A vote as it is being filled in. `order` is the ranking, best first, with the line under which nothing is accepted; `isMeant` tells such a ranking of
 * nothing for another firm from a paper that nobody has begun.
 */
export type VoteDraft = { values: Record<string, number>; order: string[]; reason: string; isMeant?: true }

/** The line of a ranking below which nothing is accepted. */
export const NONE = 'none'

type Question = Pick<BallotView, 'bids' | 'rules'>

/** Bids that an objection took out are voted on no longer. */
export const bidsAtVote = ({ bids }: Pick<BallotView, 'bids'>) => bids.filter((bid) => !bid.isOut)

/** The former vote, or an empty paper: in a ranking nothing is accepted until it is moved above the line. */
export const draftOf = (ballot: Question, vote: VotePaper | undefined): VoteDraft => {
  const choices = vote && !vote.abstains ? vote.choices : []
  const ids = bidsAtVote(ballot).map((bid) => bid.bidId)
  const ranked = choices.filter((choice) => choice.value > 0).sort((a, b) => a.value - b.value)
  const above = ballot.rules.method === 'ranked' ? ranked.map((choice) => choice.bidId).filter((id) => ids.includes(id)) : []
  return {
    values: Object.fromEntries(choices.map(({ bidId, value }) => [bidId, value])),
    order: [...above, NONE, ...ids.filter((id) => !above.includes(id))],
    reason: vote?.reason ?? '',
  }
}

export const missingOf = (draft: VoteDraft, ballot: Question): number =>
  ballot.rules.method === 'ranked' ? 0 : bidsAtVote(ballot).filter(({ bidId }) => draft.values[bidId] === undefined).length

/** A reasoned objection: without its reason it is none. */
export const lacksReason = (draft: VoteDraft, method: BallotMethod): boolean => objects(draft, method) && draft.reason.trim() === ''

export const objects = (draft: VoteDraft, method: BallotMethod): boolean => method === 'consent' && Object.values(draft.values).includes(0)

export const paperFrom = (draft: VoteDraft, ballot: Question): VotePaper => {
  const line = draft.order.indexOf(NONE)
  const rankOf = (bidId: string) => {
    const place = draft.order.indexOf(bidId)
    return place < line ? place + 1 : 0
  }
  const reason = draft.reason.trim()
  return {
    abstains: false,
    choices: bidsAtVote(ballot).map(({ bidId }) => ({
      bidId,
      value: ballot.rules.method === 'ranked' ? rankOf(bidId) : (draft.values[bidId] ?? 0),
    })),
    ...(reason && { reason }),
  }
}
