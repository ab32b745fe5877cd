import { Schema } from 'mongoose'
import { defineModel } from '../../platform/mongo/define-model.ts'

/** A firm that would come into a need whose table is closed, if a share became free. Its cap HT, its saved card. */
export type WaitingPlaceRecord = {
  /** `<needId>:<firmId>`: one place for a firm. */
  _id: string
  needId: string
  groupId: string
  firmId: string
  userId: string
  state: 'waiting' | 'left' | 'placed'
  version: number
  capMinor: number
  /** Whether it would have the own lots of another firm done for itself. */
  takesOwnLots: boolean
  /** The order. Who left and comes back starts anew. */
  joinedAt: Date
}

/** Sharded by groupId. */
const schema = new Schema<WaitingPlaceRecord>({
  _id: String,
  needId: { type: String, required: true },
  groupId: { type: String, required: true },
  firmId: { type: String, required: true },
  userId: { type: String, required: true },
  state: { type: String, required: true },
  version: { type: Number, required: true },
  capMinor: { type: Number, required: true },
  takesOwnLots: { type: Boolean, required: true },
  joinedAt: { type: Date, required: true },
})
schema.index({ needId: 1, state: 1, joinedAt: 1 }, { name: 'of_need' })
schema.index({ firmId: 1, state: 1 }, { name: 'of_firm' })

export const WaitingPlaceModel = defineModel<WaitingPlaceRecord>('waiting_places', schema)
