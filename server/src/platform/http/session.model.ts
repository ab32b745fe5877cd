import { Schema } from 'mongoose'
import { defineModel } from '../mongo/define-model.ts'

/** Written by connect-mongo; `_id` is the hash of the cookie's id, so that a copy of the database opens no session. */
export type SessionRecord = {
  _id: string
  expires: Date
  lastModified?: Date
  session: { passport?: { user: string }; organisationId?: string; csrfToken?: string; startedAt: number; userAgent: string }
}

const schema = new Schema<SessionRecord>({
  _id: String,
  expires: Date,
  lastModified: Date,
  session: { type: Schema.Types.Mixed },
})
schema.index({ expires: 1 }, { name: 'expired', expireAfterSeconds: 0 })
schema.index({ 'session.passport.user': 1 }, { name: 'sessions_of_a_person' })

export const SessionModel = defineModel<SessionRecord>('sessions', schema)
