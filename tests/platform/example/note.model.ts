import { defineModel } from '@mutuo/server/platform/mongo/define-model.ts'
import { Schema } from 'mongoose'

export type NoteRecord = { _id: string; text: string; by: string | null }

export const NoteModel = defineModel<NoteRecord>('notes', new Schema<NoteRecord>({ _id: String, text: String, by: String }))
