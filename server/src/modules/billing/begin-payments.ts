import type { Transaction } from '../../platform/mongo/transaction.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { ledger } from '../ledger/index.ts'
import { missions, type ShareRecord } from '../missions/index.ts'
import { chargeDue } from './billing.events.ts'
import { paymentStore } from './payment.store.ts'
import type { PaymentRecord } from './payment.model.ts'

/** A mission is awarded: its books open, and each firm's own share falls due, off-session on its saved card. */
export const beginCollecting = (missionId: string, now: Date) =>
  transaction(async (tx) => {
    await ledger.openChain(missionId, tx)
    for (const share of await missions.sharesOf([missionId], tx)) {
      if (share.state === 'planned') await beginOffSessionPayment(share, now, tx)
    }
  })

/** The next attempt on the saved card; the command goes out after the commit. @throws STALE_STATE */
export const beginOffSessionPayment = async (share: ShareRecord, now: Date, tx: Transaction): Promise<void> => {
  const payment = await nextAttempt(share, 'off_session', now, tx)
  await paymentStore.insert(payment, tx)
  await missions.moveShare(share._id, 'charge', { now }, tx)
  tx.emit(chargeDue(payment))
}

export const nextAttempt = async (share: ShareRecord, kind: PaymentRecord['kind'], now: Date, tx: Transaction): Promise<PaymentRecord> => {
  const former = await paymentStore.latestOfShare(share._id, tx)
  const attempt = (former?.attempt ?? 0) + 1
  return {
    _id: `${share._id}:${attempt}`,
    shareId: share._id,
    missionId: share.missionId,
    payerId: share.firmId,
    attempt,
    kind,
    state: 'started',
    amountMinor: share.grossMinor,
    version: 1,
    paymentIntentId: null,
    checkoutSessionId: null,
    checkoutUrl: null,
    chargeId: null,
    failure: null,
    startedAt: now,
  }
}
