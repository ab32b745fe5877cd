import { Schema } from 'mongoose'
import type { membershipProcess } from '@mutuo/shared/groups/membership.process.ts'
import type { StateOf } from '@mutuo/shared/process/process.ts'
import { defineModel } from '../../platform/mongo/define-model.ts'

/** Which text was signed, when and by whom: the proof that the firm agreed. */
export type CharterSignature = { version: number; at: Date; userId: string }

/** A firm's place in a group, one for ever: who left and comes back finds it again, with what it signed. */
export type MembershipRecord = {
  _id: string
  version: number
  groupId: string
  organisationId: string
  state: StateOf<typeof membershipProcess>
  /** Of its present state. */
  since: Date
  note: string | null
  /** Why it was refused or suspended. */
  reason: string | null
  signatures: CharterSignature[]
}

export const liveStates = ['requested', 'invited', 'active', 'suspended'] as const satisfies MembershipRecord['state'][]

/** Sharded by groupId. */
const schema = new Schema<MembershipRecord>({
  _id: String,
  version: { type: Number, required: true },
  groupId: { type: String, required: true },
  organisationId: { type: String, required: true },
  state: { type: String, required: true },
  since: { type: Date, required: true },
  note: { type: String, default: null },
  reason: { type: String, default: null },
  signatures: { type: [Object], required: true } as never,
})
schema.index({ groupId: 1, organisationId: 1 }, { unique: true, name: 'one_place_a_firm' })
schema.index({ groupId: 1, state: 1, since: 1 }, { name: 'of_a_group' })
schema.index({ organisationId: 1, state: 1 }, { name: 'of_a_firm' })

export const MembershipModel = defineModel<MembershipRecord>('memberships', schema)
