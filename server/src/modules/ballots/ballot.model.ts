import { Schema } from 'mongoose'
import type { StateOf } from '@mutuo/shared/process/process.ts'
import type { ballotProcess } from '@mutuo/shared/ballots/ballot.process.ts'
import type { BallotOutcome, BallotRules } from '@mutuo/shared/ballots/ballot.schema.ts'
import { defineModel } from '../../platform/mongo/define-model.ts'

/** A firm that may vote; it weighs its cap less its cover, as it stood at the lock. */
export type Elector = { firmId: string; weightMinor: number }

export type BallotRecord = {
  _id: string
  needId: string
  groupId: string
  leaderId: string
  state: StateOf<typeof ballotProcess>
  version: number
  rules: BallotRules
  bids: { bidId: string; freelancerId: string }[]
  electors: Elector[]
  voteCount: number
  opensAt: Date
  closesAt: Date
  tiedBidIds: string[]
  outcome: StoredOutcome | null
  remindedAt: Date | null
}

/** To the cent, for the seal and the check; screens get bands. */
export type StoredOutcome = Omit<BallotOutcome, 'bids' | 'euros' | 'closedAt'> & {
  euros: { votedMinor: number; eligibleMinor: number; neededMinor: number }
  bids: StoredBidOutcome[]
  closedAt: Date
}

export type StoredBidOutcome = Omit<BallotOutcome['bids'][number], 'freelancer' | 'acceptedEuros'> & {
  freelancerId: string
  acceptedEurosMinor: number
}

/** Sharded by groupId. */
const schema = new Schema<BallotRecord>({
  _id: String,
  needId: { type: String, required: true },
  groupId: { type: String, required: true },
  leaderId: { type: String, required: true },
  state: { type: String, required: true },
  version: { type: Number, required: true },
  rules: { type: Object, required: true },
  bids: { type: [Object], required: true },
  electors: { type: [Object], required: true },
  voteCount: { type: Number, required: true },
  opensAt: { type: Date, required: true },
  closesAt: { type: Date, required: true },
  tiedBidIds: { type: [String], required: true },
  outcome: { type: Object, default: null },
  remindedAt: { type: Date, default: null },
})
// A need has one live ballot.
schema.index({ needId: 1 }, { unique: true, partialFilterExpression: { state: { $in: ['open', 'tied'] } }, name: 'one_live_ballot' })
schema.index({ groupId: 1, needId: 1, opensAt: -1 }, { name: 'of_need' })
schema.index({ state: 1, closesAt: 1 }, { name: 'due' })

export const BallotModel = defineModel<BallotRecord>('ballots', schema)
