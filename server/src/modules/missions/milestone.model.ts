import { Schema } from 'mongoose'
import type { CellState, MilestoneState } from '@mutuo/shared/missions/mission.schema.ts'
import { defineModel } from '../../platform/mongo/define-model.ts'

/** One firm's part of the milestone; the money of a share moves cell by cell. */
export type CellRecord = {
  firmId: string
  shareId: string
  netMinor: number
  vatMinor: number
  grossMinor: number
  state: CellState
  contestedBecause: string | null
  transferredMinor: number | null
}

export type MilestoneRecord = {
  _id: string
  missionId: string
  groupId: string
  position: number
  title: string
  description: string
  lotId: string
  lotKind: 'common' | 'own'
  lotTitle: string
  dueOn: string
  state: MilestoneState
  version: number
  netMinor: number
  cells: CellRecord[]
  delivery: {
    deliveredAt: Date
    note: string
    links: { label: string; url: string }[]
    tacitAt: Date
    /** Who accepts it for all, as named when it was delivered. */
    delegateIds?: string[]
  } | null
  /** When those who have not answered are reminded next. */
  remindAt: Date | null
  changesRequested: { firmId: string; at: Date; items: string[] }[]
  acceptedBy: string[]
  acceptedAt: Date | null
  releasedAt: Date | null
}

/** Sharded by groupId. */
const schema = new Schema<MilestoneRecord>({
  _id: String,
  missionId: { type: String, required: true },
  groupId: { type: String, required: true },
  position: { type: Number, required: true },
  title: { type: String, required: true },
  description: { type: String, default: '' },
  lotId: { type: String, required: true },
  lotKind: { type: String, required: true },
  lotTitle: { type: String, required: true },
  dueOn: { type: String, required: true },
  state: { type: String, required: true },
  version: { type: Number, required: true },
  netMinor: { type: Number, required: true },
  cells: { type: [Object], required: true },
  delivery: { type: Object, default: null },
  remindAt: { type: Date, default: null },
  changesRequested: { type: [Object], required: true },
  acceptedBy: { type: [String], required: true },
  acceptedAt: { type: Date, default: null },
  releasedAt: { type: Date, default: null },
})
schema.index({ missionId: 1, position: 1 }, { unique: true, name: 'of_mission' })
schema.index({ state: 1, 'delivery.tacitAt': 1 }, { name: 'tacit_due' })

schema.index({ remindAt: 1 }, { name: 'reminder_due' })

export const MilestoneModel = defineModel<MilestoneRecord>('milestones', schema)
