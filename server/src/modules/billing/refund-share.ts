import { post } from '@mutuo/shared/ledger/posting.ts'
import { now } from '../../platform/clock.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { ledger } from '../ledger/index.ts'
import { missions } from '../missions/index.ts'
import { refundDue } from './billing.events.ts'
import { paymentStore } from './payment.store.ts'
import { stripe } from './stripe-client.ts'

type Refund = { missionId: string; shareId: string; chargeId: string; amountMinor: number; why: string }

/** A mission is cancelled: each firm gets back its own part that was not released, nobody pays for another (payments.md §3.8). */
export const refundCancelled = (missionId: string) =>
  transaction(async (tx) => {
    const milestones = await missions.milestonesOf([missionId], tx)
    const shares = await missions.sharesOf([missionId], tx)
    const payments = await paymentStore.succeededOfShares(
      shares.map((share) => share._id),
      tx,
    )
    for (const share of shares) {
      const chargeId = payments.find((payment) => payment.shareId === share._id)?.chargeId
      const parts = milestones
        .flatMap((milestone) => milestone.cells)
        .filter((cell) => cell.shareId === share._id && cell.state === 'refunded')
      const amountMinor = parts.reduce((total, cell) => total + cell.grossMinor, 0)
      if (chargeId && amountMinor > 0) tx.emit(refundDue({ missionId, shareId: share._id, chargeId, amountMinor, why: 'cancel' }))
    }
  })

/** One refund for one reason: the same command again finds the same refund. */
export const refundShare = async ({ missionId, shareId, chargeId, amountMinor, why }: Refund): Promise<void> => {
  const refund = await stripe().refunds.create(
    {
      charge: chargeId,
      amount: amountMinor,
      reason: why === 'surplus' ? 'duplicate' : 'requested_by_customer',
      metadata: { missionId, shareId, why },
    },
    { idempotencyKey: `ref:${why}:${shareId}:${chargeId}` },
  )
  await transaction(async (tx) => {
    const share = await missions.share(shareId, tx)
    if (!share) throw new Error(`share ${shareId} is gone`)
    const isNew = await ledger.post(
      post.refunded({ missionId, shareId, payerId: share.firmId, refundId: refund.id, chargeId, amountMinor }),
      now(),
      tx,
    )
    if (isNew && why === 'cancel')
      await missions.moveShare(shareId, amountMinor === share.grossMinor ? 'refund' : 'refundPart', { now: now() }, tx)
  })
}
