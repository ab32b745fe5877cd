import { post } from '@mutuo/shared/ledger/posting.ts'
import { sumMinor } from '@mutuo/shared/money/money.ts'
import type Stripe from 'stripe'
import { now } from '../../platform/clock.ts'
import { logger } from '../../platform/logger.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { ledger } from '../ledger/index.ts'
import { missions } from '../missions/index.ts'
import type { RefundRecord } from './refund.model.ts'
import { refundStore } from './refund.store.ts'
import { isOutcomeUnknown, keyLivesMs, stripe } from './stripe-client.ts'

/** Money goes back by the charge that brought it. The same command again finds the same refund. */
export const sendRefund = async (refundId: string): Promise<void> => {
  const refund = await refundStore.find(refundId)
  if (refund?.state !== 'queued') return
  try {
    const sent = (await sentBefore(refund)) ?? (await create(refund))
    await record(refund, sent.id)
  } catch (error) {
    if (!isOutcomeUnknown(error)) throw error
    logger().warn({ err: error, refundId }, 'what became of this refund is not known yet')
  }
}

const create = (refund: RefundRecord): Promise<Stripe.Refund> =>
  stripe().refunds.create(
    {
      charge: refund.chargeId,
      amount: refund.amountMinor,
      reason: refund.why === 'surplus' ? 'duplicate' : 'requested_by_customer',
      metadata: { refundId: refund._id, missionId: refund.missionId, shareId: refund.shareId },
    },
    { idempotencyKey: `ref:${refund._id}` },
  )

/** After the key's life a repeat would give back twice: the existing refund is adopted. */
const sentBefore = async (refund: RefundRecord): Promise<Stripe.Refund | undefined> => {
  if (now().getTime() - refund.askedAt.getTime() < keyLivesMs) return undefined
  for await (const sent of stripe().refunds.list({ charge: refund.chargeId, limit: 100 })) {
    if (sent.metadata?.refundId === refund._id) return sent
  }
  return undefined
}

const record = (refund: RefundRecord, stripeRefundId: string) =>
  ledger.bookInTurn(refund.missionId, async (tx) => {
    const current = await refundStore.find(refund._id, tx)
    if (current?.state !== 'queued') return
    const share = await missions.share(current.shareId, tx)
    if (!share) throw new Error(`share ${current.shareId} is gone`)
    const at = now()
    await ledger.post(post.refunded({ ...movementOf(current), refundId: stripeRefundId }), at, tx)
    await refundStore.change(current, { state: 'sent', stripeRefundId, sentAt: at, lookAt: null }, tx)
    // An amended share is paid, it costs less than it did, or as much as it did; one that changed hands is another's.
    if (current.why !== 'cancel') return
    const back = (await refundStore.ofShares(share.missionId, [share._id], tx)).filter(
      ({ why, state }) => why === 'cancel' && state === 'sent',
    )
    const isWhole = sumMinor(back.map(({ amountMinor }) => amountMinor)) === share.grossMinor
    await missions.moveShare(share._id, isWhole ? 'refund' : 'refundPart', { now: at }, tx)
  })

const movementOf = ({ missionId, shareId, payerId, chargeId, amountMinor }: RefundRecord) => ({
  missionId,
  shareId,
  payerId,
  chargeId,
  amountMinor,
})

/** A refund that the bank sent back is retained again and still owed (payments.md §3.8): logged, for a person to find another way. */
export const applyRefund = async (stripeRefundId: string): Promise<void> => {
  const { status, metadata } = await stripe().refunds.retrieve(stripeRefundId)
  const refundId = metadata?.refundId
  if (status !== 'failed' || !refundId) return
  await transaction(async (tx) => {
    const refund = await refundStore.find(refundId, tx)
    if (refund?.state !== 'sent' || refund.stripeRefundId !== stripeRefundId) return
    await ledger.post(post.refundFailed({ ...movementOf(refund), refundId: stripeRefundId }), now(), tx)
    await refundStore.change(refund, { state: 'failed' }, tx)
    logger().error({ refundId, stripeRefundId }, 'a refund has come back: its firm is to be paid otherwise')
  })
}
