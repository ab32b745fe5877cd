import type { payShare as endpoint } from '@mutuo/shared/billing/billing.endpoints.ts'
import { isPayable } from '@mutuo/shared/missions/mission.rules.ts'
import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import { allow } from '../../platform/access/decision.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { groups } from '../groups/index.ts'
import { missions, type ShareRecord } from '../missions/index.ts'
import { applySession } from './apply-stripe-event.ts'
import { asOnlyAttempt, beginAttempt } from './begin-payments.ts'
import { mayPay } from './billing.policy.ts'
import { confirmAtBank } from './confirm-at-bank.ts'
import { endAttempt } from './end-attempt.ts'
import { ensureCustomer } from './ensure-customer.ts'
import { findOwnShare } from './find-share.ts'
import { openPage } from './open-page.ts'
import type { PaymentRecord } from './payment.model.ts'
import { awaitsConfirmation } from './payment.rules.ts'
import { paymentStore } from './payment.store.ts'
import { askStripe } from './stripe-client.ts'

/**
 * The firm pays its share itself: its bank's confirmation where that alone is missing, else Stripe's page for any card. Asked twice, at once or later,
 * the same page; and no second way is opened before the first is closed.
 * @throws NOT_FOUND, OWNER_ONLY, GROUP_FROZEN, NOTHING_TO_PAY, PAYMENT_ALREADY_RUNNING, PAYMENT_SERVICE_AWAY
 */
export const payShare = async ({ viewer, input, now, locale }: Call<typeof endpoint>): Promise<{ url: string }> => {
  const share = await findOwnShare(viewer, input.shareId)
  allow(mayPay(viewer))
  await groups.assertNotFrozen(share.groupId)
  if (!isPayable(share.state)) throw new DomainError('NOTHING_TO_PAY')
  const latest = await paymentStore.latestOfShare(share._id)
  const going = latest && (await askStripe(() => continueAttempt(latest, input, now)))
  if (going) return { url: going }
  if (latest) await endAttempt(latest)
  await askStripe(() => ensureCustomer(share.firmId))
  const payment = await openAttempt(share, { returnTo: input.returnTo, locale }, now)
  const { url } = await askStripe(() => openPage(payment))
  if (!url) throw new DomainError('PAYMENT_ALREADY_RUNNING')
  return { url }
}

type Wish = { returnTo: string; withAnotherCard?: boolean | undefined }

/** Where the person goes on with what is open already. */
const continueAttempt = async (latest: PaymentRecord, { returnTo, withAnotherCard }: Wish, now: Date): Promise<string | null> => {
  if (awaitsConfirmation(latest)) return withAnotherCard ? null : confirmAtBank(latest, returnTo, now)
  if (latest.kind !== 'hosted' || latest.state !== 'started') return null
  const { sessionId, url } = latest.checkoutSessionId
    ? { sessionId: latest.checkoutSessionId, url: latest.checkoutUrl }
    : await openPage(latest)
  return (await applySession(sessionId)) === 'open' ? url : null
}

/** Of two at once one begins, and both go to its page. @throws NOTHING_TO_PAY, PAYMENT_ALREADY_RUNNING */
const openAttempt = async (share: ShareRecord, page: { returnTo: string; locale: 'fr' | 'en' }, now: Date): Promise<PaymentRecord> => {
  try {
    return await asOnlyAttempt(() =>
      transaction(async (tx) => {
        const current = await missions.share(share._id, tx)
        if (!current || !isPayable(current.state)) throw new DomainError('NOTHING_TO_PAY')
        return beginAttempt(current, { kind: 'hosted', ...page }, now, tx)
      }),
    )
  } catch (error) {
    const latest = await paymentStore.latestOfShare(share._id)
    const isOther = error instanceof DomainError && error.code === 'PAYMENT_ALREADY_RUNNING'
    if (isOther && latest?.kind === 'hosted' && latest.state === 'started') return latest
    throw error
  }
}
