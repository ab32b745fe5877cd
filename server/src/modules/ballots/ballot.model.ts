import { Schema } from 'mongoose'
import type { ballotProcess } from '@mutuo/shared/ballots/ballot.process.ts'
import type { BallotOutcome, BallotRules, Departure } from '@mutuo/shared/ballots/ballot.schema.ts'
import type { objectionProcess } from '@mutuo/shared/ballots/objection.process.ts'
import type { ObjectionKind } from '@mutuo/shared/ballots/objection.rules.ts'
import type { proxyProcess } from '@mutuo/shared/ballots/proxy.process.ts'
import type { ProxyHolder } from '@mutuo/shared/ballots/proxy.rules.ts'
import type { StateOf } from '@mutuo/shared/process/process.ts'
import { defineModel } from '../../platform/mongo/define-model.ts'

/** A firm that may vote; it weighs its cap less its cover, as it stood at the lock. Who left the vote weighs nothing any more. */
export type Elector = { firmId: string; weightMinor: number; left: { why: Departure['why']; at: Date; reason: string | null } | null }

export type ProxyRecord = {
  _id: string
  giverId: string
  holder: ProxyHolder
  state: StateOf<typeof proxyProcess>
  instruction: string | null
  givenAt: Date
  endedAt: Date | null
}

export type ObjectionRecord = {
  _id: string
  kind: ObjectionKind
  bidId: string
  /** Empty once an anonymous ballot has forgotten it. */
  firmId: string
  state: StateOf<typeof objectionProcess>
  reason: string
  raisedAt: Date
  reply: { text: string; at: Date } | null
  settled: { text: string; at: Date } | null
}

export type BallotRecord = {
  _id: string
  needId: string
  groupId: string
  leaderId: string
  state: StateOf<typeof ballotProcess>
  version: number
  rules: BallotRules
  round: 1 | 2
  /** `isOut`: an objection was upheld. In a second round those that are voted on again. */
  bids: { bidId: string; freelancerId: string; isOut: boolean }[]
  electors: Elector[]
  /** In this round. */
  votedFirmIds: string[]
  proxies: ProxyRecord[]
  objections: ObjectionRecord[]
  opensAt: Date
  closesAt: Date
  tiedBidIds: string[]
  firstRound: StoredOutcome | null
  outcome: StoredOutcome | null
  remindedAt: Date | null
}

/** To the cent, for the seal and the check; screens get bands. */
export type StoredOutcome = Omit<BallotOutcome, 'bids' | 'euros' | 'closedAt'> & {
  euros: { votedMinor: number; eligibleMinor: number; neededMinor: number }
  bids: StoredBidOutcome[]
  votedFirmIds: string[]
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
  round: { type: Number, required: true },
  bids: { type: [Object], required: true },
  electors: { type: [Object], required: true },
  votedFirmIds: { type: [String], required: true },
  proxies: { type: [Object], required: true },
  objections: { type: [Object], required: true },
  opensAt: { type: Date, required: true },
  closesAt: { type: Date, required: true },
  tiedBidIds: { type: [String], required: true },
  firstRound: { type: Object, default: null },
  outcome: { type: Object, default: null },
  remindedAt: { type: Date, default: null },
})
// A need has one live ballot.
schema.index(
  { needId: 1 },
  { unique: true, partialFilterExpression: { state: { $in: ['open', 'held', 'tied'] } }, name: 'one_ballot_under_way' },
)
schema.index({ groupId: 1, needId: 1, opensAt: -1 }, { name: 'of_need' })
schema.index({ groupId: 1, state: 1 }, { name: 'of_group_in_state' })
schema.index({ state: 1, closesAt: 1 }, { name: 'due' })

export const BallotModel = defineModel<BallotRecord>('ballots', schema)
