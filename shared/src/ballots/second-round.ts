import type { Outcome } from './tally.ts'

type Round = { round: number; days: number }

/**
 * The bids of a second round: where none passed although enough firms voted, the two best by the method, with whoever stands equal to the second.
 * Once for a ballot. Null: there is none.
 */
export const secondRoundBids = (outcome: Pick<Outcome, 'result' | 'bids'>, { round, days }: Round): string[] | null => {
  if (outcome.result !== 'none' || round > 1 || days === 0 || outcome.bids.length === 0) return null
  const ranks = outcome.bids.map((bid) => bid.rank).sort((a, b) => a - b)
  const last = ranks[Math.min(1, ranks.length - 1)]!
  return outcome.bids.filter((bid) => bid.rank <= last).map((bid) => bid.bidId)
}
