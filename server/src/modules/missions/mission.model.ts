import { Schema } from 'mongoose'
import type { CommonAcceptance } from '@mutuo/shared/missions/mission.rules.ts'
import type { MissionState } from '@mutuo/shared/missions/mission.schema.ts'
import { defineModel } from '../../platform/mongo/define-model.ts'

/** The contract that an award creates, with the rules as they stood then: a charter changed later does not touch it. */
export type MissionRecord = {
  _id: string
  needId: string
  groupId: string
  associationId: string
  ballotId: string
  bidId: string
  leaderId: string
  freelancerId: string
  firmIds: string[]
  title: string
  state: MissionState
  version: number
  totalMinor: number
  startsOn: string
  endsOn: string
  rules: {
    commonAcceptance: CommonAcceptance
    tacitAcceptanceDays: number
    graceDays: number
    commissionBp: number
    platformFeeBp: number
    amountsOpenToAssociation: boolean
    noticeDays: number
  }
  /** Firms that accept common lots for all, where the rules leave it to delegates. */
  delegateIds: string[]
  /** Counted with each payment, so that two last payments at once start the mission once. */
  paidShares: number
  /** Counted with each release, for the same reason. */
  openMilestones: number
  awardedAt: Date
  startedAt: Date | null
  endedAt: Date | null
  history: { at: Date; event: string; by: string }[]
}

/** Sharded by groupId. */
const schema = new Schema<MissionRecord>({
  _id: String,
  needId: { type: String, required: true },
  groupId: { type: String, required: true },
  associationId: { type: String, required: true },
  ballotId: { type: String, required: true },
  bidId: { type: String, required: true },
  leaderId: { type: String, required: true },
  freelancerId: { type: String, required: true },
  firmIds: { type: [String], required: true },
  title: { type: String, required: true },
  state: { type: String, required: true },
  version: { type: Number, required: true },
  totalMinor: { type: Number, required: true },
  startsOn: { type: String, required: true },
  endsOn: { type: String, required: true },
  rules: { type: Object, required: true },
  delegateIds: { type: [String], required: true },
  paidShares: { type: Number, required: true },
  openMilestones: { type: Number, required: true },
  awardedAt: { type: Date, required: true },
  startedAt: { type: Date, default: null },
  endedAt: { type: Date, default: null },
  history: { type: [Object], required: true },
})
// A need becomes one mission.
schema.index({ needId: 1 }, { unique: true, name: 'one_mission_per_need' })
schema.index({ firmIds: 1, awardedAt: -1, _id: -1 }, { name: 'of_firm' })
schema.index({ freelancerId: 1, awardedAt: -1, _id: -1 }, { name: 'of_freelancer' })
schema.index({ associationId: 1, awardedAt: -1, _id: -1 }, { name: 'of_association' })
schema.index({ groupId: 1, awardedAt: -1, _id: -1 }, { name: 'of_group' })

export const MissionModel = defineModel<MissionRecord>('missions', schema)
