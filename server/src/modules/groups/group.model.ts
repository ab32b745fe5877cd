import { Schema } from 'mongoose'
import type { groupProcess } from '@mutuo/shared/groups/group.process.ts'
import type { GroupRules } from '@mutuo/shared/groups/group.schema.ts'
import type { StateOf } from '@mutuo/shared/process/process.ts'
import { defineModel } from '../../platform/mongo/define-model.ts'

/** SMEs under one association, with a charter and rules. */
export type GroupRecord = {
  _id: string
  version: number
  state: StateOf<typeof groupProcess>
  frozenBecause: string | null
  associationId: string
  name: string
  nameFold: string
  communeCode: string
  commune: string
  departement: string
  description: string
  charter: string
  charterVersion: number
  rules: GroupRules
  /** Counts the links: each new one ends the one before. */
  linkVersion: number
  linkHash: string
  createdAt: Date
}

/** Sharded by _id. */
const schema = new Schema<GroupRecord>({
  _id: String,
  version: { type: Number, required: true },
  state: { type: String, required: true },
  frozenBecause: { type: String, default: null },
  associationId: { type: String, required: true },
  name: { type: String, required: true },
  nameFold: { type: String, required: true },
  communeCode: { type: String, required: true },
  commune: { type: String, required: true },
  departement: { type: String, required: true },
  // An association may have nothing to add to its rules.
  description: { type: String, default: '' },
  charter: { type: String, default: '' },
  charterVersion: { type: Number, required: true },
  rules: { type: Object, required: true },
  linkVersion: { type: Number, required: true },
  linkHash: { type: String, required: true },
  createdAt: { type: Date, required: true },
})
schema.index({ associationId: 1, createdAt: 1 }, { name: 'of_association' })
schema.index({ departement: 1, nameFold: 1 }, { name: 'of_a_departement' })
schema.index({ linkHash: 1 }, { unique: true, name: 'one_group_a_link' })

export const GroupModel = defineModel<GroupRecord>('groups', schema)
