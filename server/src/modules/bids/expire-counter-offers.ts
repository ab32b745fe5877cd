import { transaction, type Transaction } from '../../platform/mongo/transaction.ts'
import { counterOfferExpired } from './counter-offer.events.ts'
import type { CounterOfferRecord } from './counter-offer.model.ts'
import { counterOfferStore } from './counter-offer.store.ts'

/** What is still open falls when the bids close, or when its bid is no longer what it was made for. */
export const expireCounterOffers = async (counterOffers: readonly CounterOfferRecord[], at: Date, tx: Transaction): Promise<void> => {
  await counterOfferStore.expire(counterOffers, at, tx)
  for (const counterOffer of counterOffers) tx.emit(counterOfferExpired(counterOffer))
}

/** Its author changes the bid or takes it back. */
export const expireOfBid = async (bid: { _id: string; needId: string }, at: Date, tx: Transaction): Promise<void> => {
  const open = await counterOfferStore.openOfNeed(bid.needId, tx)
  const its = open.filter((counterOffer) => counterOffer.bidId === bid._id)
  await expireCounterOffers(its, at, tx)
}

/** The need has left the bids behind. A second delivery finds none open. */
export const expireOfNeed = (needId: string, at: Date): Promise<void> =>
  transaction(async (tx) => expireCounterOffers(await counterOfferStore.openOfNeed(needId, tx), at, tx))
