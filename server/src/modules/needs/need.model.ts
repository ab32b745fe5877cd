import type { needProcess } from '@mutuo/shared/needs/need.process.ts'
import type { NeedContent } from '@mutuo/shared/needs/need.schema.ts'
import type { StateOf } from '@mutuo/shared/process/process.ts'
import { Schema } from 'mongoose'
import { defineModel } from '../../platform/mongo/define-model.ts'

export type StoredContent = Omit<NeedContent, 'gatheringClosesAt' | 'bidsCloseAt' | 'voteClosesAt'> & {
  gatheringClosesAt: Date
  bidsCloseAt: Date
  voteClosesAt: Date
}

/** `by` is an organisation's id, or empty for the system. */
export type HistoryLine = { at: Date; event: string; by: string }

export type NeedRecord = {
  _id: string
  groupId: string
  associationId: string
  leaderId: string
  state: StateOf<typeof needProcess>
  version: number
  content: StoredContent
  /** The firms that have pledged with a card, and how far they are: kept by pledges and bids in the transactions that change them. */
  firms: number
  firmsMissing: number
  promisedMinor: number
  isMinimumReached: boolean
  bidCount: number
  /** Goes up whenever a pledge or a bid is about to change, so that two of them, or one and the need's own move, always conflict. */
  holds: number
  ballotId: string | null
  missionId: string | null
  sentBackBecause: string | null
  history: HistoryLine[]
  /** Below: what lists filter and sort by, made from the rest at every change. */
  audience: string[]
  searchTokens: string[]
  areas: string[]
  skills: string[]
  closesAt: Date
  /** When it was published, or made while nobody else sees it. */
  listedAt: Date
}

/** Sharded by groupId. */
const schema = new Schema<NeedRecord>({
  _id: String,
  groupId: { type: String, required: true },
  associationId: { type: String, required: true },
  leaderId: { type: String, required: true },
  state: { type: String, required: true },
  version: { type: Number, required: true },
  content: { type: Object, required: true },
  firms: { type: Number, required: true },
  firmsMissing: { type: Number, required: true },
  promisedMinor: { type: Number, required: true },
  isMinimumReached: { type: Boolean, required: true },
  bidCount: { type: Number, required: true },
  holds: { type: Number, required: true },
  ballotId: { type: String, default: null },
  missionId: { type: String, default: null },
  sentBackBecause: { type: String, default: null },
  history: { type: [Object], required: true },
  audience: { type: [String], required: true },
  searchTokens: { type: [String], required: true },
  areas: { type: [String], required: true },
  skills: { type: [String], required: true },
  closesAt: { type: Date, required: true },
  listedAt: { type: Date, required: true },
})
schema.index({ audience: 1, state: 1, closesAt: 1, _id: 1 }, { name: 'audience_closing' })
schema.index({ audience: 1, state: 1, listedAt: -1, _id: -1 }, { name: 'audience_newest' })
schema.index({ audience: 1, state: 1, firmsMissing: 1, _id: 1 }, { name: 'audience_nearly_funded' })
schema.index({ searchTokens: 1, state: 1, closesAt: 1, _id: 1 }, { name: 'searched' })
schema.index({ areas: 1, state: 1, closesAt: 1, _id: 1 }, { name: 'of_area' })
schema.index({ groupId: 1, state: 1, closesAt: 1, _id: 1 }, { name: 'of_group' })
schema.index({ leaderId: 1, closesAt: 1, _id: 1 }, { name: 'of_leader' })
schema.index({ associationId: 1, closesAt: 1, _id: 1 }, { name: 'of_association' })
schema.index({ state: 1, closesAt: 1 }, { name: 'due' })

export const NeedModel = defineModel<NeedRecord>('needs', schema)
