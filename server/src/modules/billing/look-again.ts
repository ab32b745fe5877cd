import { logger } from '../../platform/logger.ts'
import { organisations } from '../organisations/index.ts'
import { applyPaymentIntent } from './apply-payment-intent.ts'
import { applySession } from './apply-stripe-event.ts'
import { chargeShare } from './charge-share.ts'
import type { PaymentRecord } from './payment.model.ts'
import { nextLookAt } from './payment.rules.ts'
import { paymentStore } from './payment.store.ts'
import { applyPayoutAccount } from './payout-account.ts'
import { refundStore } from './refund.store.ts'
import { sendRefund } from './send-refund.ts'
import { resumeTransfers, sendTransfer } from './send-transfer.ts'
import type { TransferRecord } from './transfer.model.ts'
import { transferStore } from './transfer.store.ts'

const batchSize = 200

/**
 * Whatever Stripe has not told us of in time is asked for: its message may never come, our command may have died with its process (reliability.md M3,
 * F28). Each look is put off before it is made, so that one that fails does not hold up the others.
 */
export const lookAgain = async (now: Date): Promise<void> => {
  const later = nextLookAt(now)
  for (const payment of await paymentStore.dueForLook(now, batchSize)) {
    await paymentStore.lookLater(payment._id, later)
    await withoutFailing(payment._id, () => lookAtPayment(payment))
  }
  for (const transfer of await transferStore.dueForLook(now, batchSize)) {
    await transferStore.lookLater(transfer._id, later)
    await withoutFailing(transfer._id, () => lookAtTransfer(transfer, now))
  }
  for (const refund of await refundStore.dueForLook(now, batchSize)) {
    await refundStore.lookLater(refund._id, later)
    await withoutFailing(refund._id, () => sendRefund(refund._id))
  }
}

export const lookAtPayment = async (payment: PaymentRecord): Promise<void> => {
  if (payment.paymentIntentId) return applyPaymentIntent(payment.paymentIntentId)
  if (payment.kind === 'off_session') return chargeShare(payment._id)
  if (payment.checkoutSessionId) await applySession(payment.checkoutSessionId)
}

/** A part that waits for its freelancer's account leaves once Stripe says that the account can receive. */
const lookAtTransfer = async (transfer: TransferRecord, now: Date): Promise<void> => {
  if (transfer.state === 'queued') return sendTransfer(transfer._id)
  const payout = await organisations.payoutOf(transfer.freelancerId)
  if (payout) await applyPayoutAccount(payout.accountId)
  const { status } = (await organisations.payoutOf(transfer.freelancerId)) ?? {}
  if (status === 'active') await resumeTransfers(transfer.freelancerId, `look:${now.toISOString()}`)
}

const withoutFailing = async (about: string, look: () => Promise<void>): Promise<void> => {
  try {
    await look()
  } catch (error) {
    logger().warn({ err: error, about }, 'Stripe will be asked again')
  }
}
