import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import type { changePledge as endpoint } from '@mutuo/shared/pledges/pledge.endpoints.ts'
import { pledgeProcess } from '@mutuo/shared/pledges/pledge.process.ts'
import { canMove } from '@mutuo/shared/process/process.ts'
import { allow } from '../../platform/access/decision.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { groups } from '../groups/index.ts'
import { needs } from '../needs/index.ts'
import { noteProgress } from './candidates.ts'
import { findPledge } from './find-pledge.ts'
import { checkTerms } from './pledge-terms.ts'
import { pledgeChanged } from './pledge.events.ts'
import { mayBind } from './pledge.policy.ts'
import { pledgeStore } from './pledge.store.ts'

/**
 * Another promise in the place of the first, which then no longer binds: it is to be confirmed anew.
 * @throws NOT_FOUND, OWNER_ONLY, NEED_NOT_OPEN, GROUP_FROZEN, PLEDGE_LOCKED, STALE_STATE, CAP_BELOW_MINIMUM, COVER_ABOVE_CAP,
 * CONDITION_ABOVE_CAP, FIRMS_UNREACHABLE, PRICE_UNREACHABLE, START_UNREACHABLE, EXCLUDES_ITSELF, EXCLUDED_FIRM_UNKNOWN
 */
export const changePledge = ({ viewer, input, now }: Call<typeof endpoint>) =>
  transaction(async (tx) => {
    const { pledgeId, version, ...promised } = input
    const pledge = await findPledge(viewer, pledgeId, tx)
    await needs.hold(pledge.needId, tx)
    const need = await needs.get(pledge.needId, tx)
    if (pledge.state === 'locked' || pledge.state === 'converted') throw new DomainError('PLEDGE_LOCKED')
    const group = await groups.get(need.groupId, tx)
    allow(mayBind(viewer, need, group.state === 'frozen', now))
    if (pledge.version !== version || !canMove(pledgeProcess, pledge.state, 'change', 'owner')) throw new DomainError('STALE_STATE')
    const { weight } = await checkTerms(need, pledge.firmId, promised, tx)
    const changed = await pledgeStore.change(pledge, { ...promised, weight, state: 'draft' }, tx)
    await noteProgress(need, tx)
    tx.emit(pledgeChanged(changed))
    return changed
  })
