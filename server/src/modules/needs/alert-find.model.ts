import { Schema } from 'mongoose'
import { defineModel } from '../../platform/mongo/define-model.ts'

/** A need that answers somebody's alert: told once, whatever number of alerts it answers. */
export type AlertFindRecord = { _id: string; userId: string; alertId: string; needId: string; foundAt: Date; toldAt: Date | null }

const HALF_A_YEAR_S = 180 * 24 * 3600

/** Sharded by userId. */
const schema = new Schema<AlertFindRecord>({
  _id: String,
  userId: { type: String, required: true },
  alertId: { type: String, required: true },
  needId: { type: String, required: true },
  foundAt: { type: Date, required: true },
  toldAt: { type: Date, default: null },
})
schema.index({ userId: 1, needId: 1 }, { unique: true, name: 'told_once' })
schema.index({ alertId: 1, toldAt: 1, foundAt: 1 }, { name: 'of_alert' })
schema.index({ foundAt: 1 }, { expireAfterSeconds: HALF_A_YEAR_S, name: 'kept_half_a_year' })

export const AlertFindModel = defineModel<AlertFindRecord>('need_alert_finds', schema)
