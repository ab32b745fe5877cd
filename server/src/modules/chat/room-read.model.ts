import { Schema } from 'mongoose'
import { defineModel } from '../../platform/mongo/define-model.ts'

/** How far a person has read a room; only ever forward. */
export type RoomReadRecord = { _id: string; roomId: string; userId: string; seq: number }

const schema = new Schema<RoomReadRecord>({
  _id: String,
  roomId: { type: String, required: true },
  userId: { type: String, required: true },
  seq: { type: Number, required: true },
})
schema.index({ userId: 1, roomId: 1 }, { name: 'of_reader' })

export const RoomReadModel = defineModel<RoomReadRecord>('room_reads', schema)
