import type { Blueprint } from '@mutuo/shared/needs/blueprint.schema.ts'
import { Schema } from 'mongoose'
import { defineModel } from '../../platform/mongo/define-model.ts'

/** A need that an association keeps for its groups to start from. */
export type TemplateRecord = { _id: string; associationId: string; name: string; blueprint: Blueprint; savedAt: Date }

/** Sharded by associationId. */
const schema = new Schema<TemplateRecord>({
  _id: String,
  associationId: { type: String, required: true },
  name: { type: String, required: true },
  blueprint: { type: Object, required: true },
  savedAt: { type: Date, required: true },
})
schema.index({ associationId: 1, savedAt: -1, _id: -1 }, { name: 'of_association' })

export const TemplateModel = defineModel<TemplateRecord>('need_templates', schema)
