import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import { duplicateKeyOf } from '../../platform/mongo/duplicate-key.ts'
import { transaction, type Transaction } from '../../platform/mongo/transaction.ts'
import { ledger } from '../ledger/index.ts'
import { missions, type ShareRecord } from '../missions/index.ts'
import { organisations } from '../organisations/index.ts'
import { chargeDue } from './billing.events.ts'
import type { PaymentRecord } from './payment.model.ts'
import { firstLookAt, isLive } from './payment.rules.ts'
import { paymentStore } from './payment.store.ts'

/** A mission is awarded: its books open, and each firm's own share falls due, off-session on its saved card. */
export const beginCollecting = (missionId: string, now: Date) =>
  transaction(async (tx) => {
    await ledger.openChain(missionId, tx)
    const mission = await missions.find(missionId, tx)
    if (mission?.state !== 'collecting') return
    for (const share of await missions.sharesOf([missionId], tx)) {
      if (share.state === 'planned') await beginOffSessionPayment(share, now, tx)
    }
  })

/** A firm has taken a share over, or its share rises: its own line is charged, by the same way as at the award. */
export const beginLine = (shareId: string, now: Date) =>
  transaction(async (tx) => {
    const share = await missions.share(shareId, tx)
    if (share?.state === 'planned') await beginOffSessionPayment(share, now, tx)
  })

/** The next attempt on the saved card; the command goes out after the commit. @throws PAYMENT_ALREADY_RUNNING, STALE_STATE */
export const beginOffSessionPayment = async (share: ShareRecord, now: Date, tx: Transaction): Promise<void> => {
  const payment = await beginAttempt(share, { kind: 'off_session', returnTo: null, locale: 'fr' }, now, tx)
  if (!(await missions.moveShare(share._id, 'charge', { now }, tx))) throw new DomainError('STALE_STATE')
  tx.emit(chargeDue(payment))
}

type Way = Pick<PaymentRecord, 'kind' | 'returnTo' | 'locale'>

/** Only where the former attempt has ended; it is touched, so that it cannot come back to life at the same time. @throws PAYMENT_ALREADY_RUNNING */
export const beginAttempt = async (share: ShareRecord, way: Way, now: Date, tx: Transaction): Promise<PaymentRecord> => {
  const former = await paymentStore.latestOfShare(share._id, tx)
  if (former && isLive(former.state)) throw new DomainError('PAYMENT_ALREADY_RUNNING')
  if (former) await paymentStore.change(former, { state: former.state }, tx)
  const attempt = (former?.attempt ?? 0) + 1
  const saved = await organisations.paymentOf(share.firmId, tx)
  const payment: PaymentRecord = {
    _id: `${share._id}:${attempt}`,
    shareId: share._id,
    raisedShareId: share.raises?.shareId ?? null,
    missionId: share.missionId,
    payerId: share.firmId,
    attempt,
    ...way,
    state: 'started',
    amountMinor: share.grossMinor,
    version: 1,
    customerId: saved?.stripeCustomerId ?? null,
    paymentMethodId: way.kind === 'off_session' ? (saved?.paymentMethodId ?? null) : null,
    paymentIntentId: null,
    checkoutSessionId: null,
    checkoutUrl: null,
    chargeId: null,
    failure: null,
    confirmedAt: null,
    startedAt: now,
    lookAt: firstLookAt(now),
  }
  await paymentStore.insert(payment, tx)
  return payment
}

/** Two that begin at the same instant want the same number: one of them has it. @throws PAYMENT_ALREADY_RUNNING */
export const asOnlyAttempt = async <R>(begin: () => Promise<R>): Promise<R> => {
  try {
    return await begin()
  } catch (error) {
    if (duplicateKeyOf(error)) throw new DomainError('PAYMENT_ALREADY_RUNNING')
    throw error
  }
}
