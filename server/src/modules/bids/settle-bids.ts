import { bidProcess, countedBids } from '@mutuo/shared/bids/bid.process.ts'
import { transaction, type Transaction } from '../../platform/mongo/transaction.ts'
import { bidChosen, bidDeclined } from './bid.events.ts'
import { bidStore } from './bid.store.ts'

/** One bid is chosen; every other is declined. Without one, all are. */
export const settleBids = async (needId: string, chosenBidId: string | null, tx: Transaction): Promise<void> => {
  const open = await bidStore.ofNeeds([needId], countedBids, tx)
  const chosen = open.filter((bid) => bid._id === chosenBidId)
  const declined = open.filter((bid) => bid._id !== chosenBidId)
  await bidStore.moveAll(chosen, bidProcess.moves.choose.to, tx)
  await bidStore.moveAll(declined, bidProcess.moves.decline.to, tx)
  for (const bid of chosen) tx.emit(bidChosen(bid))
  for (const bid of declined) tx.emit(bidDeclined(bid))
}

/** The need came to nothing. */
export const declineBids = (needId: string): Promise<void> => transaction((tx) => settleBids(needId, null, tx))
