import { ballotProcess } from '@mutuo/shared/ballots/ballot.process.ts'
import { unruledConflicts } from '@mutuo/shared/ballots/objection.rules.ts'
import { secondRoundBids } from '@mutuo/shared/ballots/second-round.ts'
import type { Outcome } from '@mutuo/shared/ballots/tally.ts'
import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import { canMove } from '@mutuo/shared/process/process.ts'
import type { Transaction } from '../../platform/mongo/transaction.ts'
import { ballotClosed, ballotHeld, ballotTied, secondRoundOpened } from './ballot.events.ts'
import type { BallotRecord } from './ballot.model.ts'
import { ballotStore } from './ballot.store.ts'
import { recordOutcome, tallyBallot } from './decide-outcome.ts'
import type { VoteRecord } from './vote.model.ts'
import { anonymousPapers, forgottenFirms } from './anonymous-papers.ts'

type Round = { votes: VoteRecord[]; outcome: Outcome; now: Date }

const dayMs = 24 * 3600 * 1000

/**
 * The vote is over. A conflict of interests without a ruling holds it; where no bid passes the best are voted on once more; a tie waits for the
 * association's casting vote; everything else is final. @throws STALE_STATE
 */
export const settleBallot = async (ballot: BallotRecord, now: Date, tx: Transaction): Promise<BallotRecord> => {
  if (!canMove(ballotProcess, ballot.state, 'close', 'system')) throw new DomainError('STALE_STATE')
  if (unruledConflicts(ballot.objections).length > 0) return holdBallot(ballot, tx)
  const votes = await ballotStore.votes(ballot, tx)
  const outcome = tallyBallot(ballot, votes)
  const counted = await keep(ballot, { votes, outcome, now }, tx)
  const again = secondRoundBids(outcome, { round: ballot.round, days: ballot.rules.secondRoundDays })
  if (again) return openSecondRound(ballot, { ...counted, bidIds: again, now }, tx)
  const { recorded, ...kept } = counted
  if (outcome.result === 'tie') {
    const tied = await ballotStore.change(ballot, { state: 'tied', tiedBidIds: outcome.tiedBidIds, ...kept, outcome: recorded }, tx)
    tx.emit(ballotTied(tied))
    return tied
  }
  const closed = await ballotStore.change(ballot, { state: 'closed', ...kept, outcome: recorded }, tx)
  tx.emit(ballotClosed(closed))
  return closed
}

/** What stays of a round: an anonymous one forgets its firms before it is sealed, so that the seal speaks of what is kept. */
const keep = async (ballot: BallotRecord, { votes, outcome, now }: Round, tx: Transaction) => {
  const { objections, proxies } = ballot
  if (!ballot.rules.isAnonymous) return { objections, proxies, recorded: recordOutcome(ballot, votes, outcome, now) }
  const papers = anonymousPapers(votes)
  const forgotten = forgottenFirms(ballot)
  await ballotStore.replaceVotes(ballot, papers, tx)
  return { ...forgotten, recorded: recordOutcome({ ...ballot, ...forgotten }, papers, outcome, now) }
}

const holdBallot = async (ballot: BallotRecord, tx: Transaction): Promise<BallotRecord> => {
  if (ballot.state === 'held') return ballot
  const held = await ballotStore.change(ballot, { state: 'held' }, tx)
  tx.emit(ballotHeld(held))
  return held
}

type Again = Awaited<ReturnType<typeof keep>> & { bidIds: string[]; now: Date }

/** The same voters, the best bids, proxies unused again. */
const openSecondRound = async (ballot: BallotRecord, again: Again, tx: Transaction): Promise<BallotRecord> => {
  const { objections, proxies, recorded, bidIds, now } = again
  const set: Partial<BallotRecord> = {
    state: 'open',
    round: 2,
    bids: ballot.bids.filter(({ bidId, isOut }) => bidIds.includes(bidId) || isOut),
    votedFirmIds: [],
    proxies: proxies.map((proxy) => (proxy.state === 'used' ? { ...proxy, state: 'given' } : proxy)),
    objections,
    firstRound: recorded,
    closesAt: new Date(now.getTime() + ballot.rules.secondRoundDays * dayMs),
    remindedAt: null,
  }
  const opened = await ballotStore.change(ballot, set, tx)
  tx.emit(secondRoundOpened(opened))
  return opened
}
