import { Schema } from 'mongoose'
import type { GroupRules } from '@mutuo/shared/groups/group.schema.ts'
import { defineModel } from '../../platform/mongo/define-model.ts'

/** What a group's charter and rules were: written once for each version, never changed. */
export type CharterRecord = {
  _id: string
  groupId: string
  version: number
  text: string
  rules: GroupRules
  writtenAt: Date
  writtenBy: string
}

/** Sharded by groupId. `_id` is `<groupId>:<version>`. */
const schema = new Schema<CharterRecord>({
  _id: String,
  groupId: { type: String, required: true },
  version: { type: Number, required: true },
  text: { type: String, default: '' },
  rules: { type: Object, required: true },
  writtenAt: { type: Date, required: true },
  writtenBy: { type: String, required: true },
})
schema.index({ groupId: 1, version: 1 }, { unique: true, name: 'one_charter_a_version' })

export const CharterModel = defineModel<CharterRecord>('charters', schema)
