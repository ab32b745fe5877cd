import type { closeBallot as endpoint } from '@mutuo/shared/ballots/ballot.endpoints.ts'
import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import { canMove } from '@mutuo/shared/process/process.ts'
import { ballotProcess } from '@mutuo/shared/ballots/ballot.process.ts'
import { allow } from '../../platform/access/decision.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { transaction, type Transaction } from '../../platform/mongo/transaction.ts'
import { groups } from '../groups/index.ts'
import { ballotClosed, ballotTied } from './ballot.events.ts'
import type { BallotRecord } from './ballot.model.ts'
import { mayClose } from './ballot.policy.ts'
import { ballotStore } from './ballot.store.ts'
import { getVisibleBallot } from './ballot.view.ts'
import { recordOutcome, tallyBallot } from './decide-outcome.ts'

/** Everybody has voted: no need to wait for the deadline. @throws NOT_FOUND, LEADER_ONLY, VOTES_MISSING, STALE_STATE */
export const closeBallot = ({ viewer, input, now }: Call<typeof endpoint>) =>
  transaction(async (tx) => {
    const ballot = await getVisibleBallot(viewer, input.ballotId, tx)
    const group = await groups.get(ballot.groupId, tx)
    allow(mayClose(viewer, ballot, group.associationId, now))
    await groups.assertNotFrozen(ballot.groupId, tx)
    return settle(ballot, now, tx)
  })

/** The deadline has passed; the system closes. A ballot that somebody else closed meanwhile is left alone. */
export const closeDueBallot = (ballotId: string, now: Date) =>
  transaction(async (tx) => {
    const ballot = await ballotStore.find(ballotId, tx)
    if (!ballot || ballot.state !== 'open' || ballot.closesAt > now) return
    await settle(ballot, now, tx)
  })

/** A tie between bids that pass waits for the association's casting vote; everything else is final. */
const settle = async (ballot: BallotRecord, now: Date, tx: Transaction): Promise<BallotRecord> => {
  if (!canMove(ballotProcess, ballot.state, 'close', 'system')) throw new DomainError('STALE_STATE')
  const votes = await ballotStore.votes(ballot, tx)
  const outcome = tallyBallot(ballot, votes)
  const recorded = recordOutcome(ballot, votes, outcome, { by: 'majority' }, now)
  if (outcome.result === 'tie') {
    const tied = await ballotStore.change(ballot, { state: 'tied', tiedBidIds: outcome.tiedBidIds, outcome: recorded }, tx)
    tx.emit(ballotTied(tied))
    return tied
  }
  const closed = await ballotStore.change(ballot, { state: 'closed', outcome: recorded }, tx)
  tx.emit(ballotClosed(closed))
  return closed
}
