import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import Stripe from 'stripe'
import { logger } from '../../platform/logger.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { missions } from '../missions/index.ts'
import { applyPaymentIntent } from './apply-payment-intent.ts'
import { applySession } from './apply-stripe-event.ts'
import { openedSession } from './open-page.ts'
import type { PaymentRecord } from './payment.model.ts'
import { isBeingCharged, isLive } from './payment.rules.ts'
import { paymentStore } from './payment.store.ts'
import { askStripe, stripe } from './stripe-client.ts'

/**
 * Before a share is paid another way, its former way is closed at Stripe: nothing can be paid by it any more (payments.md §3.5).
 * @throws PAYMENT_ALREADY_RUNNING while the bank's answer is awaited, NOTHING_TO_PAY when it turns out to be paid, PAYMENT_SERVICE_AWAY
 */
export const endAttempt = async (payment: PaymentRecord): Promise<void> => {
  if (isBeingCharged(payment)) throw new DomainError('PAYMENT_ALREADY_RUNNING')
  await askStripe(() => close(payment))
  const current = await paymentStore.find(payment._id)
  if (current?.state === 'succeeded' || current?.state === 'surplus') throw new DomainError('NOTHING_TO_PAY')
  if (current?.state === 'processing') throw new DomainError('PAYMENT_ALREADY_RUNNING')
  await markEnded(payment._id)
}

/** A mission is cancelled: its open pages close. A page that was paid meanwhile is paid back as any other payment. */
export const closePages = async (missionId: string): Promise<void> => {
  for (const line of await missions.linesOf([missionId])) await closePage(line._id)
}

/** An amendment came to nothing: the open pages of those that were charged for it close. */
export const closeRisePages = async (amendmentId: string): Promise<void> => {
  for (const line of await missions.risesOf(amendmentId)) await closePage(line._id)
}

/** The open page of one share closes: it is another's now, or nobody's. */
export const closePage = async (shareId: string): Promise<void> => {
  const latest = await paymentStore.latestOfShare(shareId)
  if (!latest || isBeingCharged(latest) || latest.state === 'succeeded') return
  await close(latest)
  await markEnded(latest._id)
}

/** Stripe refuses to close what has moved on: then that is applied instead. */
const close = async (payment: PaymentRecord): Promise<void> => {
  try {
    if (payment.kind === 'hosted') {
      if (isLive(payment.state)) await stripe().checkout.sessions.expire(await openedSession(payment))
    } else if (payment.paymentIntentId) await stripe().paymentIntents.cancel(payment.paymentIntentId)
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeInvalidRequestError)) throw error
    logger().info({ err: error, paymentId: payment._id }, 'an attempt has moved on before it could be closed')
    if (payment.kind === 'hosted') await applySession(await openedSession(payment))
    else if (payment.paymentIntentId) await applyPaymentIntent(payment.paymentIntentId)
  }
}

const markEnded = (paymentId: string) =>
  transaction(async (tx) => {
    const current = await paymentStore.find(paymentId, tx)
    if (current && isLive(current.state)) await paymentStore.change(current, { state: 'cancelled' }, tx)
  })
