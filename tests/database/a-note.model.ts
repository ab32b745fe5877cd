import { defineModel } from '@mutuo/server/platform/mongo/define-model.ts'
import { Schema } from 'mongoose'

export type NoteRecord = {
  _id: string
  groupId: string
  authorId: string
  state: string
  version: number
  title: string
  amountMinor: number
  madeAt: Date
}

const schema = new Schema<NoteRecord>({
  _id: String,
  groupId: { type: String, required: true },
  authorId: { type: String, required: true },
  state: { type: String, required: true },
  version: { type: Number, required: true },
  title: { type: String, required: true },
  amountMinor: { type: Number, required: true },
  madeAt: { type: Date, required: true },
})
schema.index(
  { groupId: 1, authorId: 1 },
  { unique: true, partialFilterExpression: { state: { $in: ['draft', 'open'] } }, name: 'one_live_note' },
)
schema.index({ groupId: 1, madeAt: 1, _id: 1 }, { name: 'by_age' })

/** A collection like the product's, for the contract: live once per author and group, versioned, validated. */
export const NoteModel = defineModel<NoteRecord>('contract_notes', schema, {
  validator: {
    $jsonSchema: {
      bsonType: 'object',
      required: ['version'],
      properties: { amountMinor: { bsonType: ['int', 'long', 'double'], multipleOf: 1 } },
    },
  },
})

export const aNote = (own: Partial<NoteRecord> & { _id: string }): NoteRecord => ({
  groupId: 'g1',
  authorId: own._id,
  state: 'open',
  version: 1,
  title: 'une note',
  amountMinor: 100,
  madeAt: new Date('2026-01-01T00:00:00Z'),
  ...own,
})
