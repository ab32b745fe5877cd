import type { leaveGroup as leaveEndpoint } from '@mutuo/shared/groups/group.endpoints.ts'
import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import { membershipProcess } from '@mutuo/shared/groups/membership.process.ts'
import { canMove } from '@mutuo/shared/process/process.ts'
import { organisationOf } from '../../platform/access/acting-for.ts'
import { allow } from '../../platform/access/decision.ts'
import { audit } from '../../platform/audit/audit.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { findGroup, membershipOfViewer } from './find-group.ts'
import { membershipEvent } from './group.events.ts'
import { mayLeave } from './group.policy.ts'
import { isCommitted } from './live-commitments.ts'
import { membershipStore } from './membership.store.ts'

/** A firm leaves, or takes its request back; not while it is bound by a pledge or a mission. @throws NOT_FOUND, NOT_A_MEMBER, OWNER_ONLY, STALE_STATE, MEMBER_HAS_LIVE_COMMITMENT */
export const leaveGroup = async ({ viewer, input, now, ip }: Call<typeof leaveEndpoint>) => {
  const group = await findGroup(input.groupId)
  const isBound = viewer.organisationId !== null && (await isCommitted(organisationOf(viewer), group._id))
  await transaction(async (tx) => {
    const membership = await membershipOfViewer(viewer, group._id, tx)
    allow(mayLeave(viewer, membership, isBound))
    if (!membership || !canMove(membershipProcess, membership.state, 'leave', 'owner')) throw new DomainError('STALE_STATE')
    const after = await membershipStore.change(membership, { state: 'left', since: now }, tx)
    await audit(
      {
        actor: { userId: viewer.userId },
        action: 'membership.leave',
        object: `membership:${membership._id}`,
        before: { state: membership.state },
        ip,
      },
      tx,
    )
    tx.emit(membershipEvent('left', group, after))
  })
  return { done: true as const }
}
