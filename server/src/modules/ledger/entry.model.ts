import { Schema } from 'mongoose'
import { defineModel } from '../../platform/mongo/define-model.ts'

/**
 * One immutable double-entry record: never updated, never deleted; a correction is an opposite entry. Lines are signed (debit +, credit −)
 * and sum to zero. `seq` and `prevHash` chain the entries of one mission, so that a removed or changed one shows.
 */
export type EntryRecord = {
  _id: string
  /** What was booked, said once: the same key again books nothing. */
  key: string
  type: string
  /** `platform` for what belongs to no mission. */
  missionId: string
  currency: 'EUR'
  lines: { account: string; amountMinor: number }[]
  refs: Record<string, string>
  seq: number
  prevHash: string
  hash: string
  at: Date
}

/** Sharded by missionId. */
const schema = new Schema<EntryRecord>({
  _id: String,
  key: { type: String, required: true },
  type: { type: String, required: true },
  missionId: { type: String, required: true },
  currency: { type: String, required: true },
  lines: { type: [Object], required: true },
  refs: { type: Object, required: true },
  seq: { type: Number, required: true },
  prevHash: { type: String, required: true },
  hash: { type: String, required: true },
  at: { type: Date, required: true },
})
schema.index({ missionId: 1, key: 1 }, { unique: true, name: 'booked_once' })
schema.index({ missionId: 1, seq: 1 }, { unique: true, name: 'chained' })
schema.index({ 'lines.account': 1, at: 1 }, { name: 'of_account' })

export const EntryModel = defineModel<EntryRecord>('entries', schema, {
  validator: {
    $jsonSchema: {
      bsonType: 'object',
      required: ['key', 'type', 'missionId', 'currency', 'lines', 'seq', 'hash', 'at'],
      properties: {
        currency: { enum: ['EUR'] },
        lines: {
          bsonType: 'array',
          minItems: 2,
          items: {
            bsonType: 'object',
            required: ['account', 'amountMinor'],
            properties: {
              account: { bsonType: 'string', minLength: 3 },
              amountMinor: { bsonType: ['int', 'long', 'double'], multipleOf: 1 },
            },
          },
        },
      },
    },
  },
})
