import type { signCharter as signEndpoint } from '@mutuo/shared/groups/group.endpoints.ts'
import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import { allow } from '../../platform/access/decision.ts'
import { audit } from '../../platform/audit/audit.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { findGroup, membershipOfViewer } from './find-group.ts'
import { membershipEvent } from './group.events.ts'
import { maySignCharter } from './group.policy.ts'
import { membershipStore } from './membership.store.ts'

/** A member agrees to the charter as it reads now. @throws NOT_FOUND, NOT_A_MEMBER, OWNER_ONLY, STALE_STATE when it has changed since it was read */
export const signCharter = ({ viewer, input, now, ip }: Call<typeof signEndpoint>) =>
  transaction(async (tx) => {
    const group = await findGroup(input.groupId, tx)
    const membership = await membershipOfViewer(viewer, group._id, tx)
    allow(maySignCharter(viewer, membership))
    if (!membership || input.charterVersion !== group.charterVersion) throw new DomainError('STALE_STATE')
    if (membership.signatures.some(({ version }) => version === group.charterVersion)) return group
    const signature = { version: group.charterVersion, at: now, userId: viewer.userId }
    const after = await membershipStore.change(membership, { signatures: [...membership.signatures, signature] }, tx)
    const object = `membership:${membership._id}` as const
    await audit(
      { actor: { userId: viewer.userId }, action: 'membership.sign_charter', object, after: { charterVersion: signature.version }, ip },
      tx,
    )
    tx.emit(membershipEvent('signed', group, after))
    return group
  })
