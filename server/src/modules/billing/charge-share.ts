import Stripe from 'stripe'
import { now } from '../../platform/clock.ts'
import { logger } from '../../platform/logger.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { missions } from '../missions/index.ts'
import { applyPaymentIntent } from './apply-payment-intent.ts'
import { declineWithoutCall } from './decline-payment.ts'
import { findIntent } from './find-intent.ts'
import type { PaymentRecord } from './payment.model.ts'
import { metadataOf } from './payment.rules.ts'
import { paymentStore } from './payment.store.ts'
import { isOutcomeUnknown, keyLivesMs, stripe } from './stripe-client.ts'

/**
 * Charges one firm its own share, or what an amendment adds to it, off-session. The key is the business's and the parameters are the attempt's, so that a repeat after a crash is the
 * same charge; an outcome that is not known is written as such, looked up, and never charged under another key (reliability.md M2, M4, F23, F26).
 */
export const chargeShare = async (paymentId: string): Promise<void> => {
  const payment = await paymentStore.find(paymentId)
  if (payment?.state !== 'started' || payment.kind !== 'off_session') return
  const mission = await missions.find(payment.missionId)
  const isOpen = mission?.state === 'collecting' || (mission?.state === 'active' && (await isWantedMidway(payment.shareId)))
  const isWanted = isOpen && payment.customerId !== null && payment.paymentMethodId !== null
  try {
    const known = payment.paymentIntentId ?? (await intentSentBefore(payment, isWanted))
    if (!known && !isWanted) return await declineWithoutCall(payment, now())
    await applyPaymentIntent(known ?? (await createIntent(payment)))
  } catch (error) {
    if (isOutcomeUnknown(error)) return markUnknown(payment)
    if (!(error instanceof Stripe.errors.StripeInvalidRequestError)) throw error
    logger().error({ err: error, paymentId }, 'Stripe would not take this charge')
    await declineWithoutCall(payment, now())
  }
}

/** In a mission under way only a firm that takes another's parts over is charged, or one whose share rises by an amendment. */
const isWantedMidway = async (shareId: string): Promise<boolean> => {
  const line = await missions.share(shareId)
  return line?.raises ? missions.isCollected(line.raises) : Boolean(line?.comesInFor)
}

/** Where an answer was lost, the key is too old to repeat the call, or the call must not be made any more, Stripe is asked first what it has. */
const intentSentBefore = async (payment: PaymentRecord, isWanted: boolean): Promise<string | undefined> => {
  const share = await missions.share(payment.shareId)
  const isOld = now().getTime() - payment.startedAt.getTime() > keyLivesMs
  return isOld || !isWanted || share?.state === 'unknown' ? findIntent(payment) : undefined
}

const createIntent = async (payment: PaymentRecord): Promise<string> => {
  try {
    const intent = await stripe().paymentIntents.create(
      {
        amount: payment.amountMinor,
        currency: 'eur',
        customer: payment.customerId ?? '',
        payment_method: payment.paymentMethodId ?? '',
        off_session: true,
        confirm: true,
        allowed_payment_method_types: ['card'],
        transfer_group: `mission_${payment.missionId}`,
        metadata: metadataOf(payment),
      },
      { idempotencyKey: `charge:${payment._id}` },
    )
    return intent.id
  } catch (error) {
    const refused = error instanceof Stripe.errors.StripeCardError ? error.payment_intent?.id : undefined
    if (refused) return refused
    throw error
  }
}

/** Not known is not failed: the share says so, and Stripe is asked again soon. */
const markUnknown = async (payment: PaymentRecord): Promise<void> => {
  logger().warn({ paymentId: payment._id }, 'what became of this charge is not known yet')
  await transaction((tx) => missions.moveShare(payment.shareId, 'lose', { now: now() }, tx))
}
