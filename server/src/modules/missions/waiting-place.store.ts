import { guardedUpdate } from '../../platform/mongo/guarded-update.ts'
import type { Transaction } from '../../platform/mongo/transaction.ts'
import { WaitingPlaceModel, type WaitingPlaceRecord } from './waiting-place.model.ts'

const within = (tx?: Transaction) => ({ session: tx?.session ?? null })

export const waitingPlaceIdOf = (needId: string, firmId: string): string => `${needId}:${firmId}`

export const waitingPlaceStore = {
  async insert(place: WaitingPlaceRecord, { session }: Transaction): Promise<void> {
    await WaitingPlaceModel.insertMany([place], { session })
  },

  ofFirm: (needId: string, firmId: string, tx?: Transaction): Promise<WaitingPlaceRecord | null> =>
    WaitingPlaceModel.findById(waitingPlaceIdOf(needId, firmId), null, within(tx)).lean<WaitingPlaceRecord>().exec(),

  /** Those who wait, in their order. */
  ofNeed: (needId: string, tx?: Transaction): Promise<WaitingPlaceRecord[]> =>
    WaitingPlaceModel.find({ needId, state: 'waiting' }, null, { ...within(tx), sort: { joinedAt: 1, firmId: 1 } })
      .lean<WaitingPlaceRecord[]>()
      .exec(),

  isWaiting: async (firmId: string): Promise<boolean> => (await WaitingPlaceModel.exists({ firmId, state: 'waiting' })) !== null,

  /** There is nothing to wait for any more: everybody is free. */
  async closeAll(needId: string, { session }: Transaction): Promise<void> {
    await WaitingPlaceModel.updateMany({ needId, state: 'waiting' }, { $set: { state: 'left' }, $inc: { version: 1 } }, { session })
  },

  /** @throws STALE_STATE when somebody else moved it first */
  change: (place: WaitingPlaceRecord, set: Partial<WaitingPlaceRecord>, tx: Transaction): Promise<WaitingPlaceRecord> =>
    guardedUpdate(WaitingPlaceModel, { _id: place._id, state: place.state, version: place.version }, { $set: set }, tx),
}
