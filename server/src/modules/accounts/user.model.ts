import { Schema } from 'mongoose'
import type { Locale } from '@mutuo/shared/accounts/account.schema.ts'
import { defineModel } from '../../platform/mongo/define-model.ts'

/** A person with a login. */
export type UserRecord = {
  _id: string
  version: number
  /** As the person wrote it: letters go there. */
  email: string
  /** As it is compared: one account for each. */
  emailFold: string
  name: string
  nameFold: string
  locale: Locale
  passwordHash: string
  isAdmin: boolean
  isSuspended: boolean
  emailConfirmedAt: Date | null
  createdAt: Date
}

/** Sharded by _id. */
const schema = new Schema<UserRecord>({
  _id: String,
  version: { type: Number, required: true },
  email: { type: String, required: true },
  emailFold: { type: String, required: true },
  name: { type: String, required: true },
  nameFold: { type: String, required: true },
  locale: { type: String, required: true },
  passwordHash: { type: String, required: true },
  isAdmin: { type: Boolean, required: true },
  isSuspended: { type: Boolean, required: true },
  emailConfirmedAt: { type: Date, default: null },
  createdAt: { type: Date, required: true },
})
schema.index({ emailFold: 1 }, { unique: true, name: 'one_account_an_address' })
schema.index({ nameFold: 1, _id: 1 }, { name: 'by_name' })

export const UserModel = defineModel<UserRecord>('users', schema)
