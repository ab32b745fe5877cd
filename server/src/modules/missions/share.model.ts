import { Schema } from 'mongoose'
import type { ShareState } from '@mutuo/shared/missions/mission.schema.ts'
import type { WaterfallStep } from '@mutuo/shared/missions/waterfall.process.ts'
import { defineModel } from '../../platform/mongo/define-model.ts'

/** What one firm owes in one mission. `grossMinor` is the sum of the gross of its planned invoices (payments.md §5). */
export type ShareRecord = {
  _id: string
  missionId: string
  groupId: string
  firmId: string
  /** The pledge that measures the part: of a share that changed hands, still that of its first firm. */
  pledgeId: string
  state: ShareState
  version: number
  netMinor: number
  vatMinor: number
  grossMinor: number
  commonNetMinor: number
  ownNetMinor: number
  /** What amendments and hand-overs have taken off since the payment, VAT included: it has gone back to the firm or is on its way. */
  takenOffMinor: number
  vatRateBp: number
  vatMention: string | null
  /** The charge falls due at the award; grace runs from the first failure. */
  dueBy: Date | null
  paidAt: Date | null
  /** Once its days of grace are over: what is tried now, and why the association went on. */
  waterfallStep: WaterfallStep | null
  waterfallNotes: { step: WaterfallStep; at: Date; by: string; reason: string }[]
  /** Its firm has given notice; what falls due after `endsOn` may pass to another. */
  notice: { givenAt: Date; endsOn: string; reason: string } | null
  /** Another firm's line for the parts of a share that is paid: they become its own with its payment, and not before. */
  comesInFor: { shareId: string; offerId: string; after: string | null } | null
  /** What an amendment adds to a share that is paid, charged apart from it: no share of its own, and counted in it once the amendment applies. */
  raises: { shareId: string; amendmentId: string; isApplied: boolean } | null
}

/** Sharded by groupId. */
const schema = new Schema<ShareRecord>({
  _id: String,
  missionId: { type: String, required: true },
  groupId: { type: String, required: true },
  firmId: { type: String, required: true },
  pledgeId: { type: String, required: true },
  state: { type: String, required: true },
  version: { type: Number, required: true },
  netMinor: { type: Number, required: true },
  vatMinor: { type: Number, required: true },
  grossMinor: { type: Number, required: true },
  commonNetMinor: { type: Number, required: true },
  ownNetMinor: { type: Number, required: true },
  takenOffMinor: { type: Number, default: 0 },
  vatRateBp: { type: Number, required: true },
  vatMention: { type: String, default: null },
  dueBy: { type: Date, default: null },
  paidAt: { type: Date, default: null },
  waterfallStep: { type: String, default: null },
  waterfallNotes: { type: [Object], default: [] },
  notice: { type: Object, default: null },
  comesInFor: { type: Object, default: null },
  raises: { type: Object, default: null },
})
schema.index({ missionId: 1, firmId: 1, 'raises.amendmentId': 1 }, { unique: true, name: 'one_share_per_firm_and_one_rise' })
schema.index({ firmId: 1, state: 1 }, { name: 'of_firm' })
schema.index({ state: 1, dueBy: 1 }, { name: 'grace_due' })
schema.index({ waterfallStep: 1 }, { name: 'sought' })
schema.index({ 'raises.amendmentId': 1 }, { name: 'of_amendment' })

export const ShareModel = defineModel<ShareRecord>('shares', schema)
