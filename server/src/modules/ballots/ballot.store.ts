import { guardedUpdate } from '../../platform/mongo/guarded-update.ts'
import type { Transaction } from '../../platform/mongo/transaction.ts'
import { BallotModel, type BallotRecord } from './ballot.model.ts'
import { VoteModel, type VoteRecord } from './vote.model.ts'

type OfRound = Pick<BallotRecord, '_id' | 'groupId' | 'round'>

const ofRound = ({ _id, groupId, round }: OfRound) => ({ groupId, ballotId: _id, round })
const sessionOf = (tx?: Transaction) => ({ session: tx?.session ?? null })

export const ballotStore = {
  async insert(ballot: BallotRecord, { session }: Transaction): Promise<void> {
    await BallotModel.insertMany([ballot], { session })
  },

  find: (ballotId: string, tx?: Transaction): Promise<BallotRecord | null> =>
    BallotModel.findById(ballotId, null, sessionOf(tx)).lean<BallotRecord>().exec(),

  latestOfNeed: (needId: string, tx?: Transaction): Promise<BallotRecord | null> =>
    BallotModel.findOne({ needId }, null, { ...sessionOf(tx), sort: { opensAt: -1 } })
      .lean<BallotRecord>()
      .exec(),

  due: (now: Date, limit: number): Promise<Pick<BallotRecord, '_id'>[]> =>
    BallotModel.find({ state: 'open', closesAt: { $lte: now } }, { _id: 1 }, { limit })
      .lean<Pick<BallotRecord, '_id'>[]>()
      .exec(),

  ofGroupsInStates: (groupIds: readonly string[], states: BallotRecord['state'][], tx?: Transaction): Promise<BallotRecord[]> =>
    BallotModel.find({ groupId: { $in: [...groupIds] }, state: { $in: states } }, null, { ...sessionOf(tx), limit: 100 })
      .lean<BallotRecord[]>()
      .exec(),

  /** @throws STALE_STATE when somebody else moved it first */
  change: (ballot: BallotRecord, set: Partial<BallotRecord>, tx: Transaction): Promise<BallotRecord> =>
    guardedUpdate(BallotModel, { _id: ballot._id, state: ballot.state, version: ballot.version }, { $set: set }, tx),

  /** Puts a vote, or replaces the firm's former one. The ballot is changed in the same transaction, so that a vote and the closing can never both win. */
  async putVote(vote: VoteRecord, former: VoteRecord | null, { session }: Transaction): Promise<void> {
    if (!former) return void (await VoteModel.insertMany([vote], { session }))
    const { abstains, choices, reason, acts } = vote
    await VoteModel.updateOne({ _id: former._id, groupId: former.groupId }, { $set: { abstains, choices, reason, acts } }, { session })
  },

  async removeVote(ballot: OfRound, firmId: string, { session }: Transaction): Promise<void> {
    await VoteModel.deleteMany({ ...ofRound(ballot), firmId }, { session })
  },

  /** Papers in the place of votes: nothing leads from one to the other. */
  async replaceVotes(ballot: OfRound, papers: VoteRecord[], { session }: Transaction): Promise<void> {
    await VoteModel.deleteMany(ofRound(ballot), { session })
    if (papers.length > 0) await VoteModel.insertMany(papers, { session })
  },

  votes: (ballot: OfRound, tx?: Transaction): Promise<VoteRecord[]> =>
    VoteModel.find(ofRound(ballot), null, { ...sessionOf(tx), sort: { _id: 1 } })
      .lean<VoteRecord[]>()
      .exec(),

  /** Of both rounds. */
  allVotes: ({ _id, groupId }: Pick<BallotRecord, '_id' | 'groupId'>): Promise<VoteRecord[]> =>
    VoteModel.find({ groupId, ballotId: _id }, null, { sort: { round: 1, _id: 1 } })
      .lean<VoteRecord[]>()
      .exec(),

  voteOf: (ballot: OfRound, firmId: string, tx?: Transaction): Promise<VoteRecord | null> =>
    VoteModel.findOne({ ...ofRound(ballot), firmId }, null, sessionOf(tx))
      .lean<VoteRecord>()
      .exec(),
}
