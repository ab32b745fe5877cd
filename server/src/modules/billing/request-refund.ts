import { sumMinor } from '@mutuo/shared/money/money.ts'
import { transaction, type Transaction } from '../../platform/mongo/transaction.ts'
import { missions } from '../missions/index.ts'
import { refundDue } from './billing.events.ts'
import type { PaymentRecord } from './payment.model.ts'
import { firstLookAt } from './payment.rules.ts'
import { paymentStore } from './payment.store.ts'
import type { RefundReason } from './refund.model.ts'
import { refundStore } from './refund.store.ts'

/** A mission is cancelled: each firm gets back its own parts that were not accepted, nobody pays for another (payments.md §3.8). */
export const refundCancelled = (missionId: string, now: Date) =>
  transaction(async (tx) => {
    const shares = await missions.sharesOf([missionId], tx)
    const payments = await paymentStore.succeededOfShares(
      shares.map((share) => share._id),
      tx,
    )
    for (const payment of payments) await giveBackCancelled(payment, now, tx)
  })

/** Also for a payment that comes in after the cancellation. */
export const giveBackCancelled = async (payment: PaymentRecord, now: Date, tx: Transaction): Promise<void> => {
  const mission = await missions.find(payment.missionId, tx)
  if (mission?.state !== 'cancelled' || payment.chargeId === null) return
  const milestones = await missions.milestonesOf([payment.missionId], tx)
  const parts = milestones.flatMap(({ cells }) => cells.filter((cell) => cell.shareId === payment.shareId && cell.state === 'refunded'))
  const amountMinor = sumMinor(parts.map((cell) => cell.grossMinor))
  if (amountMinor > 0) await request(payment, { why: 'cancel', chargeId: payment.chargeId, amountMinor }, now, tx)
}

/** The share was paid already, by the other of two open ways. */
export const giveBackSurplus = (payment: PaymentRecord, charge: { chargeId: string; amountMinor: number }, now: Date, tx: Transaction) =>
  request(payment, { why: 'surplus', ...charge }, now, tx)

/** Another firm has paid for parts that this one had paid: they are given back to it. */
export const refundHandedOver = ({ formerShareId, shareId, paidBackMinor }: HandedOver, now: Date) =>
  transaction(async (tx) => {
    if (paidBackMinor === 0) return
    const [payment] = await paymentStore.succeededOfShares([formerShareId], tx)
    if (!payment?.chargeId) throw new Error(`share ${formerShareId} was handed over as paid and has no charge`)
    await request(payment, { why: 'handover', chargeId: payment.chargeId, amountMinor: paidBackMinor, occasionId: shareId }, now, tx)
  })

/** An amendment has made shares cheaper: each firm gets back its own difference. */
export const refundAmended = ({ missionId, amendmentId, takenOff }: Amended, now: Date) =>
  transaction(async (tx) => {
    const payments = await paymentStore.succeededOfShares(
      takenOff.map(({ shareId }) => shareId),
      tx,
    )
    for (const { shareId, grossMinor } of takenOff) {
      const payment = payments.find((one) => one.shareId === shareId)
      if (!payment?.chargeId) throw new Error(`share ${shareId} of mission ${missionId} was amended before it was paid`)
      await request(payment, { why: 'amend', chargeId: payment.chargeId, amountMinor: grossMinor, occasionId: amendmentId }, now, tx)
    }
  })

type Amended = { missionId: string; amendmentId: string; takenOff: { shareId: string; grossMinor: number }[] }
type HandedOver = { formerShareId: string; shareId: string; paidBackMinor: number }
/** `occasionId`: the amendment, or the share that took over; of these there may be several for a charge. */
type Asked = { why: RefundReason; chargeId: string; amountMinor: number; occasionId?: string }

const request = async (payment: PaymentRecord, { why, chargeId, amountMinor, occasionId }: Asked, now: Date, tx: Transaction) => {
  const { missionId, shareId, payerId } = payment
  const refundId = [why, shareId, chargeId, occasionId].filter(Boolean).join(':')
  if (await refundStore.find(refundId, tx)) return
  await refundStore.insert(
    {
      _id: refundId,
      missionId,
      shareId,
      payerId,
      chargeId,
      why,
      state: 'queued',
      version: 1,
      amountMinor,
      stripeRefundId: null,
      askedAt: now,
      sentAt: null,
      lookAt: firstLookAt(now),
    },
    tx,
  )
  tx.emit(refundDue({ refundId, missionId }))
}
