import { counterOfferProcess, openCounterOffers } from '@mutuo/shared/bids/counter-offer.process.ts'
import { guardedUpdate } from '../../platform/mongo/guarded-update.ts'
import type { Transaction } from '../../platform/mongo/transaction.ts'
import { CounterOfferModel, type CounterOfferRecord } from './counter-offer.model.ts'

const sessionOf = (tx?: Transaction) => ({ session: tx?.session ?? null })
const open = { $in: [...openCounterOffers] }

export const counterOfferStore = {
  async insert(counterOffer: CounterOfferRecord, { session }: Transaction): Promise<void> {
    await CounterOfferModel.insertMany([counterOffer], { session })
  },

  find: (counterOfferId: string, tx?: Transaction): Promise<CounterOfferRecord | null> =>
    CounterOfferModel.findById(counterOfferId, null, sessionOf(tx)).lean<CounterOfferRecord>().exec(),

  /** The latest first; their number is limited by a rule. */
  ofBid: (bidId: string, tx?: Transaction): Promise<CounterOfferRecord[]> =>
    CounterOfferModel.find({ bidId }, null, { ...sessionOf(tx), sort: { turn: -1 } })
      .lean<CounterOfferRecord[]>()
      .exec(),

  async agreedOf(bidIds: string[]): Promise<string[]> {
    const found = await CounterOfferModel.find({ bidId: { $in: bidIds }, state: counterOfferProcess.moves.accept.to }, { bidId: 1 })
      .lean<Pick<CounterOfferRecord, 'bidId'>[]>()
      .exec()
    return found.map(({ bidId }) => bidId)
  },

  /** One a bid at most. */
  openOfNeed: (needId: string, tx?: Transaction): Promise<CounterOfferRecord[]> =>
    CounterOfferModel.find({ needId, state: open }, null, sessionOf(tx)).lean<CounterOfferRecord[]>().exec(),

  /** @throws STALE_STATE when somebody else moved it first */
  change: (counterOffer: CounterOfferRecord, set: Partial<CounterOfferRecord>, tx: Transaction): Promise<CounterOfferRecord> => {
    const { _id, groupId, state, version } = counterOffer
    return guardedUpdate(CounterOfferModel, { _id, groupId, state, version }, { $set: set }, tx)
  },

  /** Moves all of them at once: they were read in the same transaction. */
  async expire(counterOffers: readonly CounterOfferRecord[], at: Date, { session }: Transaction): Promise<void> {
    if (counterOffers.length === 0) return
    const ids = counterOffers.map(({ _id }) => _id)
    await CounterOfferModel.updateMany(
      { _id: { $in: ids }, groupId: counterOffers[0]!.groupId, state: open },
      { $set: { state: counterOfferProcess.moves.expire.to, settledAt: at }, $inc: { version: 1 } },
      { session },
    )
  },
}
