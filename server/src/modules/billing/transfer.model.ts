import { Schema } from 'mongoose'
import { defineModel } from '../../platform/mongo/define-model.ts'

/** One firm's part of one milestone on its way to the freelancer: gross, less the platform's fee and the association's commission, VAT on them included. */
export type TransferRecord = {
  /** `<milestoneId>:<shareId>`, and of the next charge out of which the part is paid `:2` */
  _id: string
  missionId: string
  milestoneId: string
  shareId: string
  firmId: string
  freelancerId: string
  state: 'queued' | 'blocked' | 'sent'
  version: number
  amountMinor: number
  grossMinor: number
  feeGrossMinor: number
  commissionGrossMinor: number
  sourceChargeId: string
  /** How often Stripe has refused it: it keeps a refusal under its key, so that the next try has another. */
  refusals: number
  stripeTransferId: string | null
  bookedAt: Date
  sentAt: Date | null
  /** When Stripe is asked again, as long as it has not been sent. */
  lookAt: Date | null
}

/** Sharded by missionId. */
const schema = new Schema<TransferRecord>({
  _id: String,
  missionId: { type: String, required: true },
  milestoneId: { type: String, required: true },
  shareId: { type: String, required: true },
  firmId: { type: String, required: true },
  freelancerId: { type: String, required: true },
  state: { type: String, required: true },
  version: { type: Number, required: true },
  amountMinor: { type: Number, required: true },
  grossMinor: { type: Number, required: true },
  feeGrossMinor: { type: Number, required: true },
  commissionGrossMinor: { type: Number, required: true },
  sourceChargeId: { type: String, required: true },
  refusals: { type: Number, required: true },
  stripeTransferId: { type: String, default: null },
  bookedAt: { type: Date, required: true },
  sentAt: { type: Date, default: null },
  lookAt: { type: Date, default: null },
})
schema.index({ missionId: 1, milestoneId: 1 }, { name: 'of_mission' })
schema.index({ freelancerId: 1, bookedAt: -1 }, { name: 'of_freelancer' })

schema.index({ lookAt: 1 }, { name: 'look_due' })

export const TransferModel = defineModel<TransferRecord>('transfers', schema)
