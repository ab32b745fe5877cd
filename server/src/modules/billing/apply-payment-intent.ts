import { post } from '@mutuo/shared/ledger/posting.ts'
import type Stripe from 'stripe'
import { now } from '../../platform/clock.ts'
import { logger } from '../../platform/logger.ts'
import type { Transaction } from '../../platform/mongo/transaction.ts'
import { ledger } from '../ledger/index.ts'
import { missions } from '../missions/index.ts'
import { recordDecline } from './decline-payment.ts'
import type { PaymentRecord } from './payment.model.ts'
import { bookedShareOf, isFeeUntold, isLive } from './payment.rules.ts'
import { paymentStore } from './payment.store.ts'
import { giveBackCancelled, giveBackSurplus } from './request-refund.ts'
import { isLiveMode, stripe } from './stripe-client.ts'

/**
 * What Stripe says now of a payment becomes ours: by the answer to our call, by its message, by a person's return or because we ask again; in any
 * order, any number of times, the same end state, once.
 */
export const applyPaymentIntent = async (paymentIntentId: string): Promise<void> => {
  const intent = await stripe().paymentIntents.retrieve(paymentIntentId, { expand: ['latest_charge.balance_transaction'] })
  const paymentId = intent.metadata.paymentId
  if (intent.metadata.kind !== 'share' || !paymentId) return
  const noted = await paymentStore.find(paymentId)
  if (!noted || !agrees(noted, intent)) {
    logger().error({ paymentIntentId, paymentId }, 'a payment that is not ours, or not as we asked for it')
    return
  }
  if (isAllBooked(noted, chargeOf(intent))) return
  await ledger.bookInTurn(noted.missionId, async (tx) => {
    const payment = await paymentStore.find(paymentId, tx)
    if (!payment) return
    const known = payment.paymentIntentId ? payment : await paymentStore.change(payment, { paymentIntentId: intent.id }, tx)
    // Of another intent for the same attempt only its money matters.
    if (known.paymentIntentId === intent.id || intent.status === 'succeeded') await applyStatus(known, intent, tx)
  })
}

/** Amount, currency and share are checked against our own record (OWASP API10). */
const agrees = (payment: PaymentRecord, intent: Stripe.PaymentIntent) =>
  intent.amount === payment.amountMinor &&
  intent.currency === 'eur' &&
  intent.metadata.shareId === payment.shareId &&
  intent.livemode === isLiveMode()

const applyStatus = async (payment: PaymentRecord, intent: Stripe.PaymentIntent, tx: Transaction): Promise<void> => {
  switch (intent.status) {
    case 'succeeded':
      return applySuccess(payment, intent, tx)
    case 'processing':
      if (payment.state !== 'started') return
      await paymentStore.change(payment, { state: 'processing' }, tx)
      await missions.moveShare(payment.shareId, 'process', { now: now() }, tx)
      return
    case 'requires_action':
      if (payment.state === 'started' && payment.kind === 'off_session')
        await paymentStore.change(payment, { state: 'requires_action' }, tx)
      return
    case 'canceled':
      if (isLive(payment.state)) await paymentStore.change(payment, { state: 'cancelled' }, tx)
      return
    case 'requires_payment_method':
      if (isLive(payment.state) && intent.last_payment_error) await recordDecline(payment, intent.last_payment_error, now(), tx)
      return
    default:
      return
  }
}

/** Counted, booked and its fee known: a later message has nothing to add. */
const isAllBooked = (payment: PaymentRecord, charge: Stripe.Charge | undefined): boolean =>
  payment.state === 'succeeded' && payment.chargeId === charge?.id && !isFeeUntold(payment)

const chargeOf = ({ latest_charge: charge }: Stripe.PaymentIntent): Stripe.Charge | undefined =>
  charge && typeof charge !== 'string' ? charge : undefined

/** The first payment of a share counts; whatever else comes in for it goes back at once, and so does what is paid for work that was cancelled meanwhile. */
const applySuccess = async (payment: PaymentRecord, intent: Stripe.PaymentIntent, tx: Transaction): Promise<void> => {
  const charge = chargeOf(intent)
  if (!charge || isAllBooked(payment, charge)) return
  const at = now()
  const { missionId, payerId } = payment
  const amountMinor = charge.amount_captured
  const received = { missionId, shareId: bookedShareOf(payment), payerId, chargeId: charge.id, amountMinor }
  const isNew = await ledger.post(post.chargeReceived(received), at, tx)
  if (isNew) {
    const isCounted = payment.state !== 'succeeded' && (await missions.moveShare(payment.shareId, 'pay', { now: at }, tx))
    if (isCounted) {
      await paymentStore.change(payment, { state: 'succeeded', chargeId: charge.id, failure: null }, tx)
      await giveBackCancelled(received, at, tx)
    } else {
      if (payment.state !== 'succeeded') await paymentStore.change(payment, { state: 'surplus', chargeId: charge.id }, tx)
      await giveBackSurplus(payment, { chargeId: charge.id, amountMinor }, at, tx)
    }
  }
  await applyFee(payment._id, charge, at, tx)
}

/** Stripe's own fee is known when the balance transaction is there, with `charge.updated`, not before (payments.md §1.1): until then it is asked for. */
const applyFee = async (paymentId: string, charge: Stripe.Charge, at: Date, tx: Transaction): Promise<void> => {
  const balance = charge.balance_transaction
  const payment = await paymentStore.find(paymentId, tx)
  if (!payment || !balance || typeof balance === 'string') return
  const { missionId } = payment
  const shareId = bookedShareOf(payment)
  if (balance.fee > 0) await ledger.post(post.stripeFeeKnown({ missionId, shareId, chargeId: charge.id, feeMinor: balance.fee }), at, tx)
  if (payment.lookAt !== null && payment.chargeId === charge.id) await paymentStore.change(payment, { lookAt: null }, tx)
}
