import { Schema } from 'mongoose'
import { defineModel } from '../../platform/mongo/define-model.ts'

/** A firm was told once that a need could be its own too. */
export type InvitationRecord = { _id: string; groupId: string; needId: string; firmId: string; invitedBy: string; at: Date }

/** Sharded by groupId. */
const schema = new Schema<InvitationRecord>({
  _id: String,
  groupId: { type: String, required: true },
  needId: { type: String, required: true },
  firmId: { type: String, required: true },
  invitedBy: { type: String, required: true },
  at: { type: Date, required: true },
})
schema.index({ needId: 1, firmId: 1 }, { unique: true, name: 'one_invitation_a_firm' })

export const InvitationModel = defineModel<InvitationRecord>('need_invitations', schema)
