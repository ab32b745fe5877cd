import { post } from '@mutuo/shared/ledger/posting.ts'
import type Stripe from 'stripe'
import { now } from '../../platform/clock.ts'
import { logger } from '../../platform/logger.ts'
import { transaction, type Transaction } from '../../platform/mongo/transaction.ts'
import { ledger } from '../ledger/index.ts'
import { missions } from '../missions/index.ts'
import { refundDue } from './billing.events.ts'
import { recordDecline } from './decline-payment.ts'
import type { PaymentRecord } from './payment.model.ts'
import { paymentStore } from './payment.store.ts'
import { stripe } from './stripe-client.ts'

/**
 * What Stripe says now of a payment becomes ours: by the answer to our call, by its message, or by a person's return; in any order,
 * any number of times, the same end state, once.
 */
export const applyPaymentIntent = async (paymentIntentId: string): Promise<void> => {
  const intent = await stripe().paymentIntents.retrieve(paymentIntentId, { expand: ['latest_charge.balance_transaction'] })
  const paymentId = intent.metadata.paymentId
  if (intent.metadata.kind !== 'share' || !paymentId) return
  await transaction(async (tx) => {
    const payment = await paymentStore.find(paymentId, tx)
    if (!payment || !agrees(payment, intent)) {
      logger().error({ paymentIntentId, paymentId }, 'a payment that is not ours, or not as we asked for it')
      return
    }
    const known = payment.paymentIntentId === intent.id ? payment : await paymentStore.change(payment, { paymentIntentId: intent.id }, tx)
    await applyStatus(known, intent, tx)
  })
}

/** Amount, currency and share are checked against our own record (OWASP API10). */
const agrees = (payment: PaymentRecord, intent: Stripe.PaymentIntent) =>
  intent.amount === payment.amountMinor && intent.currency === 'eur' && intent.metadata.shareId === payment.shareId

const applyStatus = async (payment: PaymentRecord, intent: Stripe.PaymentIntent, tx: Transaction): Promise<void> => {
  switch (intent.status) {
    case 'succeeded':
      return applySuccess(payment, intent, tx)
    case 'processing':
      if (payment.state === 'started') await paymentStore.change(payment, { state: 'processing' }, tx)
      await missions.moveShare(payment.shareId, 'process', { now: now() }, tx)
      return
    case 'requires_action':
      if (payment.state === 'started') await paymentStore.change(payment, { state: 'requires_action' }, tx)
      return
    case 'canceled':
      if (payment.state !== 'cancelled' && payment.state !== 'succeeded') await paymentStore.change(payment, { state: 'cancelled' }, tx)
      return
    case 'requires_payment_method':
      if (['started', 'processing', 'requires_action'].includes(payment.state) && intent.last_payment_error) {
        await recordDecline(payment, intent.last_payment_error, now(), tx)
      }
      return
    default:
      return
  }
}

const applySuccess = async (payment: PaymentRecord, intent: Stripe.PaymentIntent, tx: Transaction): Promise<void> => {
  const charge = intent.latest_charge
  if (!charge || typeof charge === 'string') return
  const at = now()
  const { missionId, shareId, payerId } = payment
  const isNew = await ledger.post(
    post.chargeReceived({ missionId, shareId, payerId, chargeId: charge.id, amountMinor: charge.amount_captured }),
    at,
    tx,
  )
  if (payment.state !== 'succeeded') await paymentStore.change(payment, { state: 'succeeded', chargeId: charge.id, failure: null }, tx)
  if (isNew) {
    const counted = await missions.moveShare(shareId, 'pay', { now: at }, tx)
    // The share was already paid, by the other of two open ways: the surplus goes back at once.
    if (!counted) tx.emit(refundDue({ missionId, shareId, chargeId: charge.id, amountMinor: charge.amount_captured, why: 'surplus' }))
  }
  await applyFee(payment, charge, at, tx)
}

/** Stripe's own fee is known when the balance transaction is there, with `charge.updated`, not before (payments.md §1.1). */
const applyFee = async ({ missionId, shareId }: PaymentRecord, charge: Stripe.Charge, at: Date, tx: Transaction): Promise<void> => {
  const balance = charge.balance_transaction
  if (!balance || typeof balance === 'string' || balance.fee === 0) return
  await ledger.post(post.stripeFeeKnown({ missionId, shareId, chargeId: charge.id, feeMinor: balance.fee }), at, tx)
}
