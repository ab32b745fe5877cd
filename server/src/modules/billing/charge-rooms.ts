import type { Room } from '@mutuo/shared/billing/charge-room.rules.ts'
import { sumMinor } from '@mutuo/shared/money/money.ts'
import type { Transaction } from '../../platform/mongo/transaction.ts'
import { missions } from '../missions/index.ts'
import type { PaymentRecord } from './payment.model.ts'
import { bookedShareOf } from './payment.rules.ts'
import { paymentStore } from './payment.store.ts'
import { refundStore } from './refund.store.ts'
import { transferStore } from './transfer.store.ts'

/**
 * The charges that paid each of these shares, the first one first, and what each still holds. What is charged for an amendment that has not applied is no
 * part of it. Each payment is touched, so that of two who draw from it at once one begins again.
 */
export const roomsOf = async (missionId: string, shareIds: readonly string[], tx: Transaction): Promise<Map<string, Room[]>> => {
  const payments = await countedPayments(missionId, shareIds, tx)
  const [transfers, refunds] = [await transferStore.ofShares(missionId, shareIds, tx), await refundStore.ofShares(missionId, shareIds, tx)]
  for (const payment of payments) await paymentStore.change(payment, { state: payment.state }, tx)
  const roomIn = ({ chargeId, amountMinor }: PaymentRecord): Room[] => {
    if (!chargeId) return []
    const sentMinor = sumMinor(transfers.filter((one) => one.sourceChargeId === chargeId).map(({ grossMinor }) => grossMinor))
    const backMinor = sumMinor(refunds.filter((one) => one.chargeId === chargeId).map((refund) => refund.amountMinor))
    return [{ chargeId, leftMinor: amountMinor - sentMinor - backMinor }]
  }
  return new Map(shareIds.map((shareId) => [shareId, payments.filter((one) => bookedShareOf(one) === shareId).flatMap(roomIn)]))
}

/** Those of the shares themselves, and of the amendments that raised them. */
const countedPayments = async (missionId: string, shareIds: readonly string[], tx: Transaction): Promise<PaymentRecord[]> => {
  const lines = await missions.linesOf([missionId], tx)
  const applied = lines.filter(({ raises }) => raises?.isApplied && shareIds.includes(raises.shareId))
  const payments = await paymentStore.succeededOfShares([...shareIds, ...applied.map(({ _id }) => _id)], tx)
  return payments.sort((a, b) => a.startedAt.getTime() - b.startedAt.getTime() || (a._id < b._id ? -1 : 1))
}
