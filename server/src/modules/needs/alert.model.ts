import type { AlertFilters, AlertRhythm } from '@mutuo/shared/needs/alert.schema.ts'
import { Schema } from 'mongoose'
import { defineModel } from '../../platform/mongo/define-model.ts'

/** A saved search of one person for the organisation that it acts for. */
export type AlertRecord = {
  _id: string
  version: number
  userId: string
  organisationId: string
  organisationKind: 'sme' | 'freelancer'
  filters: AlertFilters
  /** One search is one alert. */
  key: string
  rhythm: AlertRhythm
  /** What a new need is compared with: the areas that it looks in or `everywhere` (decision 010), its skill or `any`, its folded words. */
  areas: string[]
  skill: string
  words: string[]
  /** When what was found is told; null while nothing waits. */
  dueAt: Date | null
  found: number
  lastFoundAt: Date | null
  savedAt: Date
}

/** Sharded by userId. */
const schema = new Schema<AlertRecord>({
  _id: String,
  version: { type: Number, required: true },
  userId: { type: String, required: true },
  organisationId: { type: String, required: true },
  organisationKind: { type: String, required: true },
  filters: { type: Object, required: true },
  key: { type: String, required: true },
  rhythm: { type: String, required: true },
  areas: { type: [String], required: true },
  skill: { type: String, required: true },
  words: { type: [String], required: true },
  dueAt: { type: Date, default: null },
  found: { type: Number, required: true },
  lastFoundAt: { type: Date, default: null },
  savedAt: { type: Date, required: true },
})
schema.index({ userId: 1, organisationId: 1, key: 1 }, { unique: true, name: 'one_alert_a_search' })
schema.index({ areas: 1, skill: 1, _id: 1 }, { name: 'looked_for_in' })
schema.index({ dueAt: 1 }, { name: 'due' })

export const AlertModel = defineModel<AlertRecord>('need_alerts', schema)
