import type { mergeProcess } from '@mutuo/shared/needs/merge.process.ts'
import type { MergeAnswer } from '@mutuo/shared/needs/merge.rules.ts'
import type { StateOf } from '@mutuo/shared/process/process.ts'
import { Schema } from 'mongoose'
import { defineModel } from '../../platform/mongo/define-model.ts'

/** Two needs on their way to become one. `proposerId` and `otherId` are the organisations that lead them. */
export type MergeRecord = {
  _id: string
  groupId: string
  keptId: string
  absorbedId: string
  /** Both, to be found by either. */
  needIds: string[]
  proposerId: string
  otherId: string
  state: StateOf<typeof mergeProcess>
  version: number
  message: string
  answersBy: Date
  /** The last answer of each firm. */
  answers: MergeAnswer[]
  proposedAt: Date
}

/** Sharded by groupId. */
const schema = new Schema<MergeRecord>({
  _id: String,
  groupId: { type: String, required: true },
  keptId: { type: String, required: true },
  absorbedId: { type: String, required: true },
  needIds: { type: [String], required: true },
  proposerId: { type: String, required: true },
  otherId: { type: String, required: true },
  state: { type: String, required: true },
  version: { type: Number, required: true },
  message: { type: String, default: '' },
  answersBy: { type: Date, required: true },
  answers: { type: [Object], required: true } as never,
  proposedAt: { type: Date, required: true },
})
schema.index({ needIds: 1, proposedAt: -1, _id: -1 }, { name: 'of_need' })
schema.index({ state: 1, answersBy: 1 }, { name: 'due' })

export const MergeModel = defineModel<MergeRecord>('need_merges', schema)
