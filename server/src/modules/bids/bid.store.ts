import { guardedUpdate } from '../../platform/mongo/guarded-update.ts'
import type { Transaction } from '../../platform/mongo/transaction.ts'
import { BidModel, type BidRecord } from './bid.model.ts'

export type BidState = BidRecord['state']
const sessionOf = (tx?: Transaction) => ({ session: tx?.session ?? null })

export const bidStore = {
  async insert(bid: BidRecord, { session }: Transaction): Promise<void> {
    await BidModel.insertMany([bid], { session })
  },

  find: (bidId: string, tx?: Transaction): Promise<BidRecord | null> =>
    BidModel.findById(bidId, null, sessionOf(tx)).lean<BidRecord>().exec(),

  /** Of several needs in one question, in the order of submission. */
  ofNeeds: (needIds: readonly string[], states: readonly BidState[], tx?: Transaction): Promise<BidRecord[]> =>
    BidModel.find({ needId: { $in: [...needIds] }, state: { $in: [...states] } }, null, {
      ...sessionOf(tx),
      sort: { submittedAt: 1, _id: 1 },
    })
      .lean<BidRecord[]>()
      .exec(),

  /** The latest first. */
  ofFreelancer: (freelancerId: string, limit: number): Promise<BidRecord[]> =>
    BidModel.find({ freelancerId }, null, { sort: { preparedAt: -1, _id: -1 }, limit })
      .lean<BidRecord[]>()
      .exec(),

  /** The freelancer's bids in one need, the latest first. */
  ofFreelancerIn: (freelancerId: string, needId: string, tx?: Transaction): Promise<BidRecord[]> =>
    BidModel.find({ freelancerId, needId }, null, { ...sessionOf(tx), sort: { preparedAt: -1, _id: -1 }, limit: 20 })
      .lean<BidRecord[]>()
      .exec(),

  /** @throws STALE_STATE when somebody else moved it first */
  change: (bid: BidRecord, set: Partial<BidRecord>, tx: Transaction): Promise<BidRecord> =>
    guardedUpdate(BidModel, { _id: bid._id, groupId: bid.groupId, state: bid.state, version: bid.version }, { $set: set }, tx),

  /** Moves all of them at once: they were read in the same transaction. */
  async moveAll(bids: readonly BidRecord[], state: BidState, { session }: Transaction): Promise<void> {
    if (bids.length === 0) return
    const ids = bids.map((bid) => bid._id)
    await BidModel.updateMany({ _id: { $in: ids }, groupId: bids[0]!.groupId }, { $set: { state }, $inc: { version: 1 } }, { session })
  },
}
