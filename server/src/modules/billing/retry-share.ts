import type { retryShare as endpoint } from '@mutuo/shared/billing/billing.endpoints.ts'
import { isPayable } from '@mutuo/shared/missions/mission.rules.ts'
import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import { allow } from '../../platform/access/decision.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { groups } from '../groups/index.ts'
import { beginOffSessionPayment } from './begin-payments.ts'
import { mayPay } from './billing.policy.ts'
import { findOwnShare } from './find-share.ts'
import { liveStates, paymentStore } from './payment.store.ts'

/** The saved card once more, perhaps another one than before. @throws NOT_FOUND, OWNER_ONLY, NOTHING_TO_PAY, PAYMENT_ALREADY_RUNNING */
export const retryShare = async ({ viewer, input, now }: Call<typeof endpoint>) =>
  transaction(async (tx) => {
    const share = await findOwnShare(viewer, input.shareId, tx)
    allow(mayPay(viewer))
    await groups.assertNotFrozen(share.groupId, tx)
    if (!isPayable(share.state)) throw new DomainError('NOTHING_TO_PAY')
    const latest = await paymentStore.latestOfShare(share._id, tx)
    if (latest && liveStates.includes(latest.state)) throw new DomainError('PAYMENT_ALREADY_RUNNING')
    await beginOffSessionPayment(share, now, tx)
    return share._id
  })
