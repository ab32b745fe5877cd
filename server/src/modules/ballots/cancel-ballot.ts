import { ballotProcess } from '@mutuo/shared/ballots/ballot.process.ts'
import { canMove } from '@mutuo/shared/process/process.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { anonymousPapers, forgottenFirms } from './anonymous-papers.ts'
import { ballotVoided } from './ballot.events.ts'
import { ballotStore } from './ballot.store.ts'

/** The need is cancelled: its vote is without effect, whatever was said, and what was anonymous becomes it. A second delivery finds it void. */
export const cancelBallot = (needId: string): Promise<void> =>
  transaction(async (tx) => {
    const ballot = await ballotStore.latestOfNeed(needId, tx)
    if (!ballot || !canMove(ballotProcess, ballot.state, 'cancel', 'system')) return
    const { isAnonymous } = ballot.rules
    if (isAnonymous) await ballotStore.replaceVotes(ballot, anonymousPapers(await ballotStore.votes(ballot, tx)), tx)
    tx.emit(ballotVoided(await ballotStore.change(ballot, { state: 'void', ...(isAnonymous && forgottenFirms(ballot)) }, tx)))
  })
