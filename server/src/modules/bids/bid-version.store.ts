import type { Transaction } from '../../platform/mongo/transaction.ts'
import { BidVersionModel, type BidVersionRecord } from './bid-version.model.ts'

/** What lists show: without the whole content. */
export type BidVersionLine = Omit<BidVersionRecord, 'content'>
const MOST = 50

export const bidVersionStore = {
  async insert(version: BidVersionRecord, { session }: Transaction): Promise<void> {
    await BidVersionModel.insertMany([version], { session })
  },

  latest: (bidId: string, { session }: Transaction): Promise<BidVersionRecord | null> =>
    BidVersionModel.findOne({ bidId }, null, { session, sort: { number: -1 } })
      .lean<BidVersionRecord>()
      .exec(),

  /** The latest first. */
  ofBid: (bidId: string): Promise<BidVersionLine[]> =>
    BidVersionModel.find({ bidId }, { content: 0 }, { sort: { number: -1 }, limit: MOST })
      .lean<BidVersionLine[]>()
      .exec(),

  /** The latest of each bid, in one question. */
  async latestOf(bidIds: readonly string[]): Promise<Map<string, BidVersionLine>> {
    const found = await BidVersionModel.find({ bidId: { $in: [...bidIds] } }, { content: 0 }, { sort: { bidId: 1, number: 1 } })
      .lean<BidVersionLine[]>()
      .exec()
    return new Map(found.map((version) => [version.bidId, version]))
  },
}
