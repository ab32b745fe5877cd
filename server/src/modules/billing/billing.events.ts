import type { TransferRecord } from './transfer.model.ts'

/** Commands to Stripe are events too: the outbox delivers them at least once, each with the same key. */
export const chargeDue = (payment: { _id: string; shareId: string; missionId: string }) => ({
  name: 'payment.charge_due',
  key: payment._id,
  data: { paymentId: payment._id, shareId: payment.shareId, missionId: payment.missionId },
})
export const transferDue = (transfer: TransferRecord, turn: string) => ({
  name: 'transfer.due',
  key: transfer._id,
  data: { transferId: transfer._id, missionId: transfer.missionId, turn },
})
export const transferMade = (transfer: TransferRecord) => ({
  name: 'transfer.made',
  key: transfer._id,
  data: {
    missionId: transfer.missionId,
    milestoneId: transfer.milestoneId,
    freelancerId: transfer.freelancerId,
    firmId: transfer.firmId,
    amountMinor: transfer.amountMinor,
  },
})
export const refundDue = (refund: { refundId: string; missionId: string }) => ({
  name: 'refund.due',
  key: refund.refundId,
  data: refund,
})
export const paymentMethodSaved = (organisationId: string, pledgeId: string | null) => ({
  name: 'payment_method.saved',
  key: organisationId,
  data: { organisationId, pledgeId },
})
export const payoutAccountChanged = (organisationId: string, status: string) => ({
  name: 'payout_account.changed',
  key: organisationId,
  data: { organisationId, freelancerId: organisationId, status },
})
export const stripeSaid = (event: { id: string; type: string; objectId: string; account: string | null }) => ({
  name: 'stripe.said',
  key: event.objectId,
  data: event,
})
