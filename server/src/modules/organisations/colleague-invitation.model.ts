import { Schema } from 'mongoose'
import type { OrganisationRole } from '@mutuo/shared/accounts/account.schema.ts'
import { defineModel } from '../../platform/mongo/define-model.ts'

/** A letter that asks somebody into an organisation. `_id` is the hash of the secret that it carries. */
export type ColleagueInvitationRecord = { _id: string; organisationId: string; emailFold: string; role: OrganisationRole; expiresAt: Date }

const schema = new Schema<ColleagueInvitationRecord>({
  _id: String,
  organisationId: { type: String, required: true },
  emailFold: { type: String, required: true },
  role: { type: String, required: true },
  expiresAt: { type: Date, required: true },
})
schema.index({ expiresAt: 1 }, { name: 'expired', expireAfterSeconds: 0 })

export const ColleagueInvitationModel = defineModel<ColleagueInvitationRecord>('colleague_invitations', schema)
