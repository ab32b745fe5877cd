import type { Outcome } from './tally.ts'

type Round = { round: number; days: number }

/**
 * The bids of a second round: where none passed although enough firms voted, the two best by the method, with whoever stands equal to the second.
 * Once for a ballot. Null: there is none.
 */
export const secondRoundBids = (outcome: Pick<Outcome, 'result' | 'bids'>, { round, days }: Round): string[] | null => {
  const [best, second = best] = outcome.bids
  if (outcome.result !== 'none' || round > 1 || days === 0 || !second) return null
  return outcome.bids.filter((bid) => bid.rank <= second.rank).map((bid) => bid.bidId)
}
