import type { AmendmentChange, AmendmentState } from '@mutuo/shared/missions/amendment.schema.ts'
import type { PartyRole } from '@mutuo/shared/missions/contract.schema.ts'
import type { Taxed } from '@mutuo/shared/money/vat.ts'
import { Schema } from 'mongoose'
import { defineModel } from '../../platform/mongo/define-model.ts'

/** A milestone's words, day and parts, before or after. HT. */
export type AmendedSide = { title: string; description: string; dueOn: string; cells: { firmId: string; netMinor: number }[] }
export type AmendmentAnswer = {
  organisationId: string
  role: PartyRole
  userId: string
  name: string
  approves: boolean
  reason: string | null
  at: Date
}

export type AmendmentRecord = {
  _id: string
  missionId: string
  groupId: string
  /** 1 for the first of its mission: two made at once want the same turn. */
  turn: number
  state: AmendmentState
  version: number
  reason: string
  changes: AmendmentChange[]
  /** What the changes make, as it was read by those who answer. */
  milestones: {
    id: string
    lotId: string
    lotKind: 'common' | 'own'
    lotTitle: string
    before: AmendedSide | null
    after: AmendedSide | null
  }[]
  shares: { firmId: string; beforeMinor: number; afterMinor: number; rise?: Taxed; isBeyondPledge?: boolean }[]
  total: { beforeMinor: number; afterMinor: number }
  electors: { firmId: string; weightMinor: number }[]
  /** Whose own word is needed: its own lot is touched, or it would pay more than it has pledged. */
  ownFirmIds: string[]
  proposedBy: string
  proposedAt: Date
  expiresAt: Date
  answers: AmendmentAnswer[]
  /** Of those that are charged once it is agreed. */
  paidRises: number
  settledAt: Date | null
}

/** Sharded by missionId. */
const schema = new Schema<AmendmentRecord>({
  _id: String,
  missionId: { type: String, required: true },
  groupId: { type: String, required: true },
  turn: { type: Number, required: true },
  state: { type: String, required: true },
  version: { type: Number, required: true },
  reason: { type: String, required: true },
  changes: { type: [Object], required: true },
  milestones: { type: [Object], required: true },
  shares: { type: [Object], required: true },
  total: { type: Object, required: true },
  electors: { type: [Object], required: true },
  ownFirmIds: { type: [String], required: true },
  proposedBy: { type: String, required: true },
  proposedAt: { type: Date, required: true },
  expiresAt: { type: Date, required: true },
  answers: { type: [Object], required: true },
  paidRises: { type: Number, default: 0 },
  settledAt: { type: Date, default: null },
})
// With the rule that none is made while one is open, this keeps one open a mission (decision 014 says why it is not a partial index).
schema.index({ missionId: 1, turn: -1 }, { unique: true, name: 'one_of_each_turn' })
schema.index({ state: 1, expiresAt: 1 }, { name: 'expiry_due' })

export const AmendmentModel = defineModel<AmendmentRecord>('amendments', schema)
