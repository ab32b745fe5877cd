import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import type { withdrawPledge as endpoint } from '@mutuo/shared/pledges/pledge.endpoints.ts'
import { pledgeProcess } from '@mutuo/shared/pledges/pledge.process.ts'
import { canMove } from '@mutuo/shared/process/process.ts'
import { allow } from '../../platform/access/decision.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { needs } from '../needs/index.ts'
import { noteProgress } from './candidates.ts'
import { findPledge } from './find-pledge.ts'
import { pledgeWithdrawn } from './pledge.events.ts'
import { mayWithdraw } from './pledge.policy.ts'
import { pledgeStore } from './pledge.store.ts'

/** A firm leaves the table, free and without a reason, as long as the need gathers. @throws NOT_FOUND, OWNER_ONLY, PLEDGE_LOCKED, STALE_STATE */
export const withdrawPledge = ({ viewer, input, now }: Call<typeof endpoint>) =>
  transaction(async (tx) => {
    const pledge = await findPledge(viewer, input.pledgeId, tx)
    await needs.hold(pledge.needId, tx)
    const need = await needs.get(pledge.needId, tx)
    allow(mayWithdraw(viewer, need, now))
    if (pledge.version !== input.version || !canMove(pledgeProcess, pledge.state, 'withdraw', 'owner')) throw new DomainError('STALE_STATE')
    const withdrawn = await pledgeStore.change(pledge, { state: 'withdrawn' }, tx)
    await noteProgress(need, tx)
    tx.emit(pledgeWithdrawn(withdrawn))
    return withdrawn
  })
