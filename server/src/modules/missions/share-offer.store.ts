import { guardedUpdate } from '../../platform/mongo/guarded-update.ts'
import type { Transaction } from '../../platform/mongo/transaction.ts'
import { ShareOfferModel, type ShareOfferRecord } from './share-offer.model.ts'

const within = (tx?: Transaction) => ({ session: tx?.session ?? null })
/** More than a firm is ever asked. */
const MOST = 50

export const shareOfferStore = {
  async insert(offer: ShareOfferRecord, { session }: Transaction): Promise<void> {
    await ShareOfferModel.insertMany([offer], { session })
  },

  find: (offerId: string, tx?: Transaction): Promise<ShareOfferRecord | null> =>
    ShareOfferModel.findById(offerId, null, within(tx)).lean<ShareOfferRecord>().exec(),

  /** By turn. */
  ofShare: (shareId: string, tx?: Transaction): Promise<ShareOfferRecord[]> =>
    ShareOfferModel.find({ shareId }, null, { ...within(tx), sort: { turn: 1 } })
      .lean<ShareOfferRecord[]>()
      .exec(),

  ofMission: (missionId: string, tx?: Transaction): Promise<ShareOfferRecord[]> =>
    ShareOfferModel.find({ missionId }, null, { ...within(tx), sort: { turn: 1 } })
      .lean<ShareOfferRecord[]>()
      .exec(),

  /** The latest first. */
  ofTaker: (toFirmId: string): Promise<ShareOfferRecord[]> =>
    ShareOfferModel.find({ toFirmId }, null, { sort: { offeredAt: -1 }, limit: MOST })
      .lean<ShareOfferRecord[]>()
      .exec(),

  dueForExpiry: (now: Date, limit: number): Promise<Pick<ShareOfferRecord, '_id'>[]> =>
    ShareOfferModel.find({ state: 'open', expiresAt: { $lte: now } }, { _id: 1 }, { limit })
      .lean<Pick<ShareOfferRecord, '_id'>[]>()
      .exec(),

  /** @throws STALE_STATE when somebody else moved it first */
  change: (offer: ShareOfferRecord, set: Partial<ShareOfferRecord>, tx: Transaction): Promise<ShareOfferRecord> =>
    guardedUpdate(ShareOfferModel, { _id: offer._id, state: offer.state, version: offer.version }, { $set: set }, tx),
}
