import type { Preferences } from '@mutuo/shared/notifications/notification.schema.ts'
import { Schema } from 'mongoose'
import { defineModel } from '../../platform/mongo/define-model.ts'

/** How often a person wants letters about each topic; what is not here is daily. */
export type PreferenceRecord = { _id: string; mail: Partial<Preferences['mail']> }

const schema = new Schema<PreferenceRecord>({ _id: String, mail: { type: Object, required: true } })

export const PreferenceModel = defineModel<PreferenceRecord>('preferences', schema)
