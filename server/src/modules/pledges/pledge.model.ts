import type { pledgeProcess } from '@mutuo/shared/pledges/pledge.process.ts'
import type { PledgeConditions } from '@mutuo/shared/pledges/pledge.schema.ts'
import type { StateOf } from '@mutuo/shared/process/process.ts'
import { Schema } from 'mongoose'
import { defineModel } from '../../platform/mongo/define-model.ts'

export type PledgeRecord = {
  _id: string
  groupId: string
  needId: string
  firmId: string
  /** Who made it for the firm. */
  userId: string
  state: StateOf<typeof pledgeProcess>
  version: number
  capMinor: number
  coverMinor: number
  units: number
  /** What the firm said of itself, where the need weighs firms by more than their headcount. */
  measure?: number | undefined
  /** What it weighs in a lot that is divided by weight. */
  weight: number
  conditions: PledgeConditions
  madeAt: Date
}

/** Sharded by groupId. */
const schema = new Schema<PledgeRecord>({
  _id: String,
  groupId: { type: String, required: true },
  needId: { type: String, required: true },
  firmId: { type: String, required: true },
  userId: { type: String, required: true },
  state: { type: String, required: true },
  version: { type: Number, required: true },
  capMinor: { type: Number, required: true },
  coverMinor: { type: Number, required: true },
  units: { type: Number, required: true },
  measure: Number,
  weight: { type: Number, required: true },
  conditions: { type: Object, required: true },
  madeAt: { type: Date, required: true },
})
// A firm has one live pledge in a need.
schema.index(
  { groupId: 1, needId: 1, firmId: 1 },
  { unique: true, partialFilterExpression: { state: { $in: ['draft', 'ready', 'locked', 'converted'] } }, name: 'one_live_pledge' },
)
schema.index({ needId: 1, state: 1, madeAt: 1 }, { name: 'of_need' })
schema.index({ firmId: 1, state: 1, madeAt: -1 }, { name: 'of_firm' })

export const PledgeModel = defineModel<PledgeRecord>('pledges', schema)
