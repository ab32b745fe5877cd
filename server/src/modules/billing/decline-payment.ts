import { failureOf } from '@mutuo/shared/billing/decline.rules.ts'
import type Stripe from 'stripe'
import { transaction, type Transaction } from '../../platform/mongo/transaction.ts'
import { missions } from '../missions/index.ts'
import type { PaymentRecord } from './payment.model.ts'
import { paymentStore } from './payment.store.ts'

const dayMs = 24 * 3600 * 1000

/**
 * The bank said no, or asks its customer: that firm alone has its days of grace to mend it. On Stripe's page the person tries again there: the attempt
 * goes on.
 */
export const recordDecline = async (
  payment: PaymentRecord,
  error: Stripe.PaymentIntent.LastPaymentError | null,
  now: Date,
  tx: Transaction,
): Promise<void> => {
  const code = failureOf(error?.code, error?.decline_code)
  const failure = { code, at: now }
  if (payment.kind === 'hosted') {
    if (payment.failure?.code !== code) await paymentStore.change(payment, { failure }, tx)
    return
  }
  await paymentStore.change(payment, { state: 'declined', failure }, tx)
  const mission = await missions.find(payment.missionId, tx)
  const dueBy = new Date(now.getTime() + (mission?.rules.graceDays ?? 0) * dayMs)
  await missions.moveShare(payment.shareId, code === 'authentication_required' ? 'askAction' : 'decline', { now, dueBy }, tx)
}

/** The bank is not even asked: the card is gone, or the mission is. The same steps as after a refusal. */
export const declineWithoutCall = (payment: PaymentRecord, now: Date): Promise<void> =>
  transaction(async (tx) => {
    const current = await paymentStore.find(payment._id, tx)
    if (current?.state === 'started') await recordDecline(current, null, now, tx)
  })
