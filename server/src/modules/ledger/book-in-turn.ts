import { inTurn } from '../../platform/in-turn.ts'
import { transaction, type Transaction } from '../../platform/mongo/transaction.ts'

/** The transaction of what moves a mission's money. Two of one mission would collide at the head of its chain, and one be done again: in this process they wait for each other. */
export const bookInTurn = <R>(missionId: string, work: (tx: Transaction) => Promise<R>): Promise<R> =>
  inTurn(`ledger:${missionId}`, () => transaction(work))
