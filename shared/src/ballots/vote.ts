/** The line of a ranking below which a voter accepts nothing. */
export const NONE_OF_THESE = 'none-of-these'

/** A score from this on accepts the bid (domain.md rule 5). */
const ACCEPTING_SCORE = 3

export type Choice =
  | { kind: 'abstain' }
  | { kind: 'approval'; bidIds: readonly string[] }
  | { kind: 'score'; scores: Readonly<Record<string, number>> }
  /** Best first, equals together. What is not named comes last. */
  | { kind: 'ranked'; ranking: readonly (readonly string[])[] }
  /** The bids that the voter objects to, with its reason. */
  | { kind: 'consent'; objections: Readonly<Record<string, string>> }

export type Vote = { firmId: string; choice: Choice }

/** Whether the voter accepts the bid: approves it, gives it 3 or more out of 5, ranks it above "none of these", or does not object. */
export const accepts = ({ choice }: Vote, bidId: string): boolean => {
  switch (choice.kind) {
    case 'abstain':
      return false
    case 'approval':
      return choice.bidIds.includes(bidId)
    case 'score':
      return (choice.scores[bidId] ?? 0) >= ACCEPTING_SCORE
    case 'ranked': {
      const place = placeOf(choice.ranking, bidId)
      return place < choice.ranking.length && place < placeOf(choice.ranking, NONE_OF_THESE)
    }
    case 'consent':
      return !(bidId in choice.objections)
  }
}

/** The place of a bid in a ranking from 0; unnamed bids share the one after the last. */
export const placeOf = (ranking: readonly (readonly string[])[], bidId: string): number => {
  const place = ranking.findIndex((equals) => equals.includes(bidId))
  return place < 0 ? ranking.length : place
}
