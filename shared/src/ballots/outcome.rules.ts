import type { BallotOutcome } from './ballot.schema.ts'

/** Why a bid was chosen or not, as it is told on screen and in the record. */
export type OutcomeReason = 'chosen' | 'casting' | 'noQuorum' | 'objected' | 'tied' | 'outranked' | 'eurosOnly' | 'headsOnly' | 'neither'

type Bid = Pick<BallotOutcome['bids'][number], 'isChosen' | 'isTied' | 'isObjected' | 'passesHeads' | 'passesEuros'>

/** A bid that stood even with the chosen one is not less well placed: the casting vote alone went to the other. */
export const outcomeReasonOf = (bid: Bid, { verdict, byCastingVote }: Pick<BallotOutcome, 'verdict' | 'byCastingVote'>): OutcomeReason => {
  if (bid.isChosen) return byCastingVote ? 'casting' : 'chosen'
  if (verdict === 'no_quorum') return 'noQuorum'
  if (bid.isObjected) return 'objected'
  if (bid.passesHeads && bid.passesEuros) return bid.isTied && (verdict === 'tie' || byCastingVote) ? 'tied' : 'outranked'
  if (bid.passesEuros) return 'eurosOnly'
  return bid.passesHeads ? 'headsOnly' : 'neither'
}
