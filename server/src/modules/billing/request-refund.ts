import { drawFrom, type Drawn } from '@mutuo/shared/billing/charge-room.rules.ts'
import { sumMinor } from '@mutuo/shared/money/money.ts'
import type { Transaction } from '../../platform/mongo/transaction.ts'
import { ledger } from '../ledger/index.ts'
import { missions } from '../missions/index.ts'
import { refundDue } from './billing.events.ts'
import { roomsOf } from './charge-rooms.ts'
import type { PaymentRecord } from './payment.model.ts'
import { bookedShareOf, firstLookAt } from './payment.rules.ts'
import { paymentStore } from './payment.store.ts'
import type { RefundReason } from './refund.model.ts'
import { refundStore } from './refund.store.ts'

type OfShare = { missionId: string; shareId: string; payerId: string }

/** A mission is cancelled: each firm gets back its own parts that were not accepted, nobody pays for another (payments.md §3.8). */
export const refundCancelled = (missionId: string, now: Date) =>
  ledger.bookInTurn(missionId, async (tx) => {
    for (const { _id: shareId, firmId: payerId } of await missions.sharesOf([missionId], tx))
      await giveBackCancelled({ missionId, shareId, payerId }, now, tx)
  })

/** Also for a payment that comes in after the cancellation; a share that nobody has paid has nothing to give back. */
export const giveBackCancelled = async (share: OfShare, now: Date, tx: Transaction): Promise<void> => {
  const mission = await missions.find(share.missionId, tx)
  if (mission?.state !== 'cancelled' || (await paymentStore.succeededOfShares([share.shareId], tx)).length === 0) return
  const milestones = await missions.milestonesOf([share.missionId], tx)
  const parts = milestones.flatMap(({ cells }) => cells.filter((cell) => cell.shareId === share.shareId && cell.state === 'refunded'))
  await requestOfShare(share, { why: 'cancel', amountMinor: sumMinor(parts.map((cell) => cell.grossMinor)) }, now, tx)
}

/** The share was paid already, by the other of two open ways; or the amendment that it was for had come to nothing. */
export const giveBackSurplus = (payment: PaymentRecord, charge: Drawn, now: Date, tx: Transaction) =>
  request(bookedOn(payment), { why: 'surplus', ...charge }, now, tx)

/** Another firm has paid for parts that this one had paid: they are given back to it. */
export const refundHandedOver = ({ missionId, formerShareId, fromFirmId, shareId, paidBackMinor }: HandedOver, now: Date) =>
  ledger.bookInTurn(missionId, (tx) =>
    requestOfShare(
      { missionId, shareId: formerShareId, payerId: fromFirmId },
      { why: 'handover', amountMinor: paidBackMinor, occasionId: shareId },
      now,
      tx,
    ),
  )

/** An amendment has made shares cheaper: each firm gets back its own difference. */
export const refundAmended = ({ missionId, amendmentId, takenOff }: Amended, now: Date) =>
  ledger.bookInTurn(missionId, async (tx) => {
    const shares = await missions.sharesOf([missionId], tx)
    for (const { shareId, grossMinor } of takenOff) {
      const share = shares.find(({ _id }) => _id === shareId)
      if (!share) throw new Error(`share ${shareId} of mission ${missionId} is gone`)
      const asked = { why: 'amend' as const, amountMinor: grossMinor, occasionId: amendmentId }
      await requestOfShare({ missionId, shareId, payerId: share.firmId }, asked, now, tx)
    }
  })

/** An amendment has come to nothing while firms were charged for it: what was paid goes back whole. */
export const refundRises = ({ missionId, amendmentId }: Pick<Amended, 'missionId' | 'amendmentId'>, now: Date) =>
  ledger.bookInTurn(missionId, async (tx) => {
    const lines = (await missions.risesOf(amendmentId, tx)).filter(({ state }) => state === 'paid')
    const payments = await paymentStore.succeededOfShares(
      lines.map(({ _id }) => _id),
      tx,
    )
    for (const payment of payments) {
      if (!payment.chargeId) throw new Error(`payment ${payment._id} has no charge`)
      await request(bookedOn(payment), { why: 'rise', chargeId: payment.chargeId, amountMinor: payment.amountMinor }, now, tx)
      await missions.moveShare(payment.shareId, 'refund', { now }, tx)
    }
  })

const bookedOn = (payment: PaymentRecord): OfShare => ({
  missionId: payment.missionId,
  shareId: bookedShareOf(payment),
  payerId: payment.payerId,
})

type Amended = { missionId: string; amendmentId: string; takenOff: { shareId: string; grossMinor: number }[] }
type HandedOver = { missionId: string; formerShareId: string; fromFirmId: string; shareId: string; paidBackMinor: number }
/** `occasionId`: the amendment, or the share that took over; of these there may be several for a charge. */
type Occasion = { why: RefundReason; occasionId?: string }

/** Out of the charges that paid the share, the last one first, each as far as it goes; asked for again, nothing more goes back. */
const requestOfShare = async (
  share: OfShare,
  { amountMinor, ...occasion }: Occasion & { amountMinor: number },
  now: Date,
  tx: Transaction,
) => {
  const made = await refundStore.ofShares(share.missionId, [share.shareId], tx)
  if (made.some(({ _id, chargeId }) => _id === idOf(share, { ...occasion, chargeId }))) return
  const rooms = await roomsOf(share.missionId, [share.shareId], tx)
  for (const drawn of drawFrom([...(rooms.get(share.shareId) ?? [])].reverse(), amountMinor))
    await request(share, { ...occasion, ...drawn }, now, tx)
}

const idOf = ({ shareId }: OfShare, { why, chargeId, occasionId }: Occasion & { chargeId: string }) =>
  [why, shareId, chargeId, occasionId].filter(Boolean).join(':')

const request = async (share: OfShare, asked: Occasion & Drawn, now: Date, tx: Transaction) => {
  const refundId = idOf(share, asked)
  if (await refundStore.find(refundId, tx)) return
  const { missionId, shareId, payerId } = share
  const { chargeId, why, amountMinor } = asked
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
