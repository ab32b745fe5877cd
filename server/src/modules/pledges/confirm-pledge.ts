import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import { isGathering } from '@mutuo/shared/needs/need.rules.ts'
import type { confirmPledge as endpoint } from '@mutuo/shared/pledges/pledge.endpoints.ts'
import { pledgeProcess } from '@mutuo/shared/pledges/pledge.process.ts'
import { canMove } from '@mutuo/shared/process/process.ts'
import { now as currentTime } from '../../platform/clock.ts'
import { allow } from '../../platform/access/decision.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { transaction, type Transaction } from '../../platform/mongo/transaction.ts'
import { groups } from '../groups/index.ts'
import { needs, type NeedRecord } from '../needs/index.ts'
import { organisations } from '../organisations/index.ts'
import { noteProgress } from './candidates.ts'
import { findPledge } from './find-pledge.ts'
import { pledgeConfirmed } from './pledge.events.ts'
import type { PledgeRecord } from './pledge.model.ts'
import { mayBind } from './pledge.policy.ts'
import { pledgeStore } from './pledge.store.ts'

/**
 * The firm binds itself, with the card that it has saved. Nothing is charged before the award.
 * @throws NOT_FOUND, OWNER_ONLY, NEED_NOT_OPEN, GROUP_FROZEN, PAYMENT_METHOD_MISSING, STALE_STATE
 */
export const confirmPledge = ({ viewer, input, now }: Call<typeof endpoint>) =>
  transaction(async (tx) => {
    const pledge = await findPledge(viewer, input.pledgeId, tx)
    await needs.hold(pledge.needId, tx)
    const need = await needs.get(pledge.needId, tx)
    const group = await groups.get(need.groupId, tx)
    allow(mayBind(viewer, need, group.state === 'frozen', now))
    if (pledge.version !== input.version || !canMove(pledgeProcess, pledge.state, 'confirm', 'owner')) throw new DomainError('STALE_STATE')
    if (!(await hasCard(pledge.firmId, tx))) throw new DomainError('PAYMENT_METHOD_MISSING')
    return bind(pledge, need, tx)
  })

/** A card was saved for this very pledge: the firm has said yes on the way there. What no longer waits for it is left alone. */
export const confirmWithSavedCard = (organisationId: string, pledgeId: string) =>
  transaction(async (tx) => {
    const pledge = await pledgeStore.find(pledgeId, tx)
    if (!pledge || pledge.firmId !== organisationId || !canMove(pledgeProcess, pledge.state, 'confirm', 'system')) return
    await needs.hold(pledge.needId, tx)
    const need = await needs.get(pledge.needId, tx)
    const group = await groups.get(need.groupId, tx)
    if (!isGathering(need, currentTime()) || group.state === 'frozen' || !(await hasCard(organisationId, tx))) return
    await bind(pledge, need, tx)
  })

const hasCard = async (firmId: string, tx: Transaction): Promise<boolean> =>
  Boolean((await organisations.paymentOf(firmId, tx))?.paymentMethodId)

const bind = async (pledge: PledgeRecord, need: NeedRecord, tx: Transaction): Promise<PledgeRecord> => {
  const confirmed = await pledgeStore.change(pledge, { state: 'ready' }, tx)
  await noteProgress(need, tx)
  tx.emit(pledgeConfirmed(confirmed))
  return confirmed
}
