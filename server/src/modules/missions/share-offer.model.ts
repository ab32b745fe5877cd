import type { ShareOfferCause, ShareOfferState } from '@mutuo/shared/missions/drop-out.schema.ts'
import { Schema } from 'mongoose'
import { defineModel } from '../../platform/mongo/define-model.ts'

/** A share, or what is left of it, proposed to another firm. What it would pay stands here: the firm says yes to exactly that. */
export type ShareOfferRecord = {
  _id: string
  missionId: string
  needId: string
  groupId: string
  shareId: string
  /** Proposals of one share are numbered: two at once want the same number. */
  turn: number
  /** Whose share it is, and to whom it is proposed. */
  firmId: string
  toFirmId: string
  cause: ShareOfferCause
  state: ShareOfferState
  version: number
  /** Only what falls due after this day; null for the whole share. */
  after: string | null
  netMinor: number
  vatMinor: number
  grossMinor: number
  commonNetMinor: number
  ownNetMinor: number
  vatRateBp: number
  vatMention: string | null
  offeredAt: Date
  expiresAt: Date
  settledAt: Date | null
  /** The taker's own line. */
  takenShareId: string | null
}

/** Sharded by groupId. */
const schema = new Schema<ShareOfferRecord>({
  _id: String,
  missionId: { type: String, required: true },
  needId: { type: String, required: true },
  groupId: { type: String, required: true },
  shareId: { type: String, required: true },
  turn: { type: Number, required: true },
  firmId: { type: String, required: true },
  toFirmId: { type: String, required: true },
  cause: { type: String, required: true },
  state: { type: String, required: true },
  version: { type: Number, required: true },
  after: { type: String, default: null },
  netMinor: { type: Number, required: true },
  vatMinor: { type: Number, required: true },
  grossMinor: { type: Number, required: true },
  commonNetMinor: { type: Number, required: true },
  ownNetMinor: { type: Number, required: true },
  vatRateBp: { type: Number, required: true },
  vatMention: { type: String, default: null },
  offeredAt: { type: Date, required: true },
  expiresAt: { type: Date, required: true },
  settledAt: { type: Date, default: null },
  takenShareId: { type: String, default: null },
})
schema.index({ shareId: 1, turn: 1 }, { unique: true, name: 'turns_of_share' })
schema.index({ toFirmId: 1, offeredAt: -1 }, { name: 'of_taker' })
schema.index({ missionId: 1, turn: 1 }, { name: 'of_mission' })
schema.index({ state: 1, expiresAt: 1 }, { name: 'expiry_due' })

export const ShareOfferModel = defineModel<ShareOfferRecord>('share_offers', schema)
