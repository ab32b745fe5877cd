import type { withdrawAmendment as endpoint } from '@mutuo/shared/missions/amendment.endpoints.ts'
import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import { allow } from '../../platform/access/decision.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { amendmentWithdrawn } from './amendment.events.ts'
import { mayWithdrawAmendment } from './amendment.policy.ts'
import { amendmentStore } from './amendment.store.ts'
import { findAmendment } from './find-amendment.ts'

/** Who proposed takes it back, and the contract stays as it is. @throws NOT_FOUND, NOT_A_PARTY, OWNER_ONLY, STALE_STATE */
export const withdrawAmendment = ({ viewer, input, now }: Call<typeof endpoint>): Promise<string> =>
  transaction(async (tx) => {
    const { mission, amendment } = await findAmendment(viewer, input, tx)
    allow(mayWithdrawAmendment(viewer, amendment))
    if (amendment.state !== 'proposed') throw new DomainError('STALE_STATE')
    const withdrawn = await amendmentStore.change(amendment, { state: 'withdrawn', settledAt: now }, tx)
    tx.emit(amendmentWithdrawn(mission, withdrawn))
    return amendment._id
  })
