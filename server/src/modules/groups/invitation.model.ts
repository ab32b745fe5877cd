import { Schema } from 'mongoose'
import { defineModel } from '../../platform/mongo/define-model.ts'

/** A firm asked into a group by letter: one for each address, written again where it went unanswered. The secret of the last letter is kept as a hash. */
export type InvitationRecord = {
  _id: string
  groupId: string
  email: string
  emailFold: string
  state: 'sent' | 'accepted'
  secretHash: string
  sentAt: Date
  expiresAt: Date
}

/** Sharded by groupId. */
const schema = new Schema<InvitationRecord>({
  _id: String,
  groupId: { type: String, required: true },
  email: { type: String, required: true },
  emailFold: { type: String, required: true },
  state: { type: String, required: true },
  secretHash: { type: String, required: true },
  sentAt: { type: Date, required: true },
  expiresAt: { type: Date, required: true },
})
// An address has one open letter in a group.
schema.index({ groupId: 1, emailFold: 1 }, { unique: true, partialFilterExpression: { state: 'sent' }, name: 'one_open_invitation' })
schema.index({ secretHash: 1 }, { name: 'by_secret' })
schema.index({ groupId: 1, sentAt: -1 }, { name: 'of_a_group' })

export const InvitationModel = defineModel<InvitationRecord>('group_invitations', schema)
