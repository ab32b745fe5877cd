import { guardedUpdate } from '../../platform/mongo/guarded-update.ts'
import type { Transaction } from '../../platform/mongo/transaction.ts'
import { BallotModel, type BallotRecord } from './ballot.model.ts'
import { VoteModel, type VoteRecord } from './vote.model.ts'

export const ballotStore = {
  async insert(ballot: BallotRecord, { session }: Transaction): Promise<void> {
    await BallotModel.insertMany([ballot], { session })
  },

  find: (ballotId: string, tx?: Transaction): Promise<BallotRecord | null> =>
    BallotModel.findById(ballotId, null, { session: tx?.session ?? null })
      .lean<BallotRecord>()
      .exec(),

  latestOfNeed: (needId: string, tx?: Transaction): Promise<BallotRecord | null> =>
    BallotModel.findOne({ needId }, null, { session: tx?.session ?? null, sort: { opensAt: -1 } })
      .lean<BallotRecord>()
      .exec(),

  due: (now: Date, limit: number): Promise<Pick<BallotRecord, '_id'>[]> =>
    BallotModel.find({ state: 'open', closesAt: { $lte: now } }, { _id: 1 }, { limit })
      .lean<Pick<BallotRecord, '_id'>[]>()
      .exec(),

  tiedOfGroups: (groupIds: string[]): Promise<BallotRecord[]> =>
    BallotModel.find({ groupId: { $in: groupIds }, state: 'tied' }, null, { limit: 100 })
      .lean<BallotRecord[]>()
      .exec(),

  /** @throws STALE_STATE when somebody else moved it first */
  change: (ballot: BallotRecord, set: Partial<BallotRecord>, tx: Transaction): Promise<BallotRecord> =>
    guardedUpdate(BallotModel, { _id: ballot._id, state: ballot.state, version: ballot.version }, { $set: set }, tx),

  /**
   * Puts a vote, or replaces the firm's former one; the ballot is touched in the same transaction, so that a vote and the closing can never both win.
   * @throws STALE_STATE when the ballot has just been closed
   */
  async putVote(ballot: BallotRecord, vote: VoteRecord, former: VoteRecord | null, tx: Transaction): Promise<BallotRecord> {
    const touched = await ballotStore.change(ballot, { voteCount: ballot.voteCount + (former ? 0 : 1) }, tx)
    if (former) {
      const { _id, ballotId, groupId, firmId, ...said } = vote
      await VoteModel.updateOne({ _id: former._id, groupId }, { $set: said }, { session: tx.session })
    } else await VoteModel.insertMany([vote], { session: tx.session })
    return touched
  },

  votes: (ballot: Pick<BallotRecord, '_id' | 'groupId'>, tx?: Transaction): Promise<VoteRecord[]> =>
    VoteModel.find({ groupId: ballot.groupId, ballotId: ballot._id }, null, { session: tx?.session ?? null, sort: { castAt: 1, _id: 1 } })
      .lean<VoteRecord[]>()
      .exec(),

  voteOf: (ballot: Pick<BallotRecord, '_id' | 'groupId'>, firmId: string, tx?: Transaction): Promise<VoteRecord | null> =>
    VoteModel.findOne({ groupId: ballot.groupId, ballotId: ballot._id, firmId }, null, { session: tx?.session ?? null })
      .lean<VoteRecord>()
      .exec(),
}
