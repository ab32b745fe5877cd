import type { BallotView, CastVoteInput } from '@mutuo/shared/ballots/ballot.schema.ts'
import type { BallotMethod } from '@mutuo/shared/groups/group.schema.ts'

/** A vote as it is being filled in. `order` is the ranking, best first, with the line under which nothing is accepted. */
export type VoteDraft = { values: Record<string, number>; order: string[]; reason: string }

/** The line of a ranking below which nothing is accepted. */
export const NONE = 'none'

/** The former vote, or an empty paper: in a ranking nothing is accepted until it is moved above the line. */
export const draftOf = ({ bids, myVote, rules }: BallotView): VoteDraft => {
  const choices = myVote && !myVote.abstains ? myVote.choices : []
  const ids = bids.map((bid) => bid.bidId)
  const ranked = choices.filter((choice) => choice.value > 0).sort((a, b) => a.value - b.value)
  const above = rules.method === 'ranked' ? ranked.map((choice) => choice.bidId) : []
  return {
    values: Object.fromEntries(choices.map(({ bidId, value }) => [bidId, value])),
    order: [...above, NONE, ...ids.filter((id) => !above.includes(id))],
    reason: myVote?.reason ?? '',
  }
}

export const missingOf = (draft: VoteDraft, ballot: BallotView): number =>
  ballot.rules.method === 'ranked' ? 0 : ballot.bids.filter(({ bidId }) => draft.values[bidId] === undefined).length

/** A reasoned objection: without its reason it is none. */
export const lacksReason = (draft: VoteDraft, method: BallotMethod): boolean =>
  method === 'consent' && Object.values(draft.values).includes(0) && draft.reason.trim() === ''

export const inputOf = (draft: VoteDraft, ballot: BallotView): CastVoteInput => {
  const line = draft.order.indexOf(NONE)
  const rankOf = (bidId: string) => {
    const place = draft.order.indexOf(bidId)
    return place < line ? place + 1 : 0
  }
  const reason = draft.reason.trim()
  return {
    ballotId: ballot.id,
    abstains: false,
    choices: ballot.bids.map(({ bidId }) => ({
      bidId,
      value: ballot.rules.method === 'ranked' ? rankOf(bidId) : (draft.values[bidId] ?? 0),
    })),
    ...(reason && { reason }),
  }
}
