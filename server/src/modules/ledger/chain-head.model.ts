import { Schema } from 'mongoose'
import { defineModel } from '../../platform/mongo/define-model.ts'

/** The end of a mission's chain of entries: whoever writes the next one moves it, so that two writers meet here and one of them repeats. */
export type ChainHeadRecord = { _id: string; seq: number; hash: string }

const schema = new Schema<ChainHeadRecord>({ _id: String, seq: { type: Number, required: true }, hash: { type: String, required: true } })

export const ChainHeadModel = defineModel<ChainHeadRecord>('chain_heads', schema)
