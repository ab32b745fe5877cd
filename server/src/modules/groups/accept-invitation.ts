import type { acceptInvitation as acceptEndpoint } from '@mutuo/shared/groups/group.endpoints.ts'
import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import { v7 as newId } from 'uuid'
import { organisationOf } from '../../platform/access/acting-for.ts'
import { allow } from '../../platform/access/decision.ts'
import { audit } from '../../platform/audit/audit.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { duplicateKeyOf } from '../../platform/mongo/duplicate-key.ts'
import { transaction, type Transaction } from '../../platform/mongo/transaction.ts'
import { findInvitation } from './find-invitation.ts'
import { placeOfViewer } from './find-group.ts'
import { membershipEvent } from './group.events.ts'
import type { GroupRecord } from './group.model.ts'
import { mayJoin } from './group.policy.ts'
import { invitationStore } from './invitation.store.ts'
import { membershipStore } from './membership.store.ts'

type Accept = Call<typeof acceptEndpoint>

/**
 * A firm signs the charter and is a member at once; if it had asked before, that settles its request.
 * @throws INVITATION_INVALID, ALREADY_A_MEMBER, OWNER_ONLY, WRONG_KIND_OF_ORGANISATION, NO_ORGANISATION
 */
export const acceptInvitation = async (call: Accept): Promise<GroupRecord> => {
  try {
    return await transaction((tx) => join(call, tx))
  } catch (error) {
    throw duplicateKeyOf(error) ? new DomainError('ALREADY_A_MEMBER') : error
  }
}

const join = async ({ viewer, input, now, ip }: Accept, tx: Transaction): Promise<GroupRecord> => {
  const { group, invitation } = await findInvitation(input.token, now, tx)
  const former = await placeOfViewer(viewer, group._id, tx)
  allow(mayJoin(viewer, former))
  if (invitation && !(await invitationStore.accept(invitation, tx))) throw new DomainError('INVITATION_INVALID')
  const signature = { version: group.charterVersion, at: now, userId: viewer.userId }
  const entered = { state: 'active' as const, since: now, reason: null, signatures: [...(former?.signatures ?? []), signature] }
  const fresh = { _id: newId(), version: 1, groupId: group._id, organisationId: organisationOf(viewer), note: null, ...entered }
  const membership = former ? await membershipStore.change(former, entered, tx) : fresh
  if (!former) await membershipStore.insert(fresh, tx)
  const object = `membership:${membership._id}` as const
  await audit(
    { actor: { userId: viewer.userId }, action: 'membership.accept', object, after: { charterVersion: signature.version }, ip },
    tx,
  )
  tx.emit(membershipEvent('activated', group, membership))
  return group
}
