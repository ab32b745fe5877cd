import type { retryShare as endpoint } from '@mutuo/shared/billing/billing.endpoints.ts'
import { isPayable } from '@mutuo/shared/missions/mission.rules.ts'
import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import { allow } from '../../platform/access/decision.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { groups } from '../groups/index.ts'
import { organisations } from '../organisations/index.ts'
import { asOnlyAttempt, beginOffSessionPayment } from './begin-payments.ts'
import { mayPay } from './billing.policy.ts'
import { endAttempt } from './end-attempt.ts'
import { findOwnShare } from './find-share.ts'
import { mayRetryCard } from './payment.rules.ts'
import { paymentStore } from './payment.store.ts'

/**
 * The saved card once more, or another one saved since. An open page is closed first.
 * @throws NOT_FOUND, OWNER_ONLY, GROUP_FROZEN, NOTHING_TO_PAY, CARD_NOT_RETRYABLE, PAYMENT_ALREADY_RUNNING, PAYMENT_SERVICE_AWAY
 */
export const retryShare = async ({ viewer, input, now }: Call<typeof endpoint>): Promise<string> => {
  const share = await findOwnShare(viewer, input.shareId)
  allow(mayPay(viewer))
  await groups.assertNotFrozen(share.groupId)
  if (!isPayable(share.state)) throw new DomainError('NOTHING_TO_PAY')
  const [attempts, card] = [await paymentStore.attemptsOf(share._id), await organisations.paymentOf(share.firmId)]
  if (!mayRetryCard(attempts, card)) throw new DomainError('CARD_NOT_RETRYABLE')
  if (attempts[0]) await endAttempt(attempts[0])
  await asOnlyAttempt(() =>
    transaction(async (tx) => {
      const current = await findOwnShare(viewer, share._id, tx)
      if (!isPayable(current.state)) throw new DomainError('NOTHING_TO_PAY')
      await beginOffSessionPayment(current, now, tx)
    }),
  )
  return share._id
}
