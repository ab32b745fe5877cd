import { Schema } from 'mongoose'
import { defineModel } from '../mongo/define-model.ts'
import type { AuditEntry } from './audit.ts'

/** Append-only: no code updates or deletes one, and each holds the hash of the one before. */
export type AuditRecord = Omit<AuditEntry, 'actor'> & {
  _id: string
  seq: number
  actor: string
  at: Date
  previousHash: string
  hash: string
}

const text = { type: String, required: true }
const schema = new Schema<AuditRecord>({
  _id: String,
  seq: { type: Number, required: true },
  at: { type: Date, required: true },
  actor: text,
  action: text,
  object: text,
  before: Schema.Types.Mixed,
  after: Schema.Types.Mixed,
  ip: String,
  previousHash: { type: String },
  hash: text,
})
schema.index({ seq: 1 }, { name: 'one_chain', unique: true })
schema.index({ object: 1, seq: 1 }, { name: 'history_of_a_thing' })

export const AuditModel = defineModel<AuditRecord>('audit_log', schema)
