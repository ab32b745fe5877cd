import type { requestMembership as requestEndpoint } from '@mutuo/shared/groups/group.endpoints.ts'
import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import { organisationOf } from '../../platform/access/acting-for.ts'
import { allow } from '../../platform/access/decision.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { duplicateKeyOf } from '../../platform/mongo/duplicate-key.ts'
import { transaction, type Transaction } from '../../platform/mongo/transaction.ts'
import { findGroup, placeOfViewer } from './find-group.ts'
import { membershipEvent } from './group.events.ts'
import type { GroupRecord } from './group.model.ts'
import { mayRequest } from './group.policy.ts'
import { membershipStore } from './membership.store.ts'

type Request = Call<typeof requestEndpoint>

/** A firm asks to join, its charter signed; the association answers. @throws NOT_FOUND, ALREADY_A_MEMBER, OWNER_ONLY, WRONG_KIND_OF_ORGANISATION, NO_ORGANISATION */
export const requestMembership = async (call: Request): Promise<GroupRecord> => {
  try {
    return await transaction((tx) => ask(call, tx))
  } catch (error) {
    throw duplicateKeyOf(error) ? new DomainError('ALREADY_A_MEMBER') : error
  }
}

const ask = async ({ viewer, input, now }: Request, tx: Transaction): Promise<GroupRecord> => {
  const group = await findGroup(input.groupId, tx)
  const former = await placeOfViewer(viewer, group._id, tx)
  if (former?._id === input.id && former.state === 'requested') return group
  allow(mayRequest(viewer, former))
  const signature = { version: group.charterVersion, at: now, userId: viewer.userId }
  const asked = {
    state: 'requested' as const,
    since: now,
    note: input.note || null,
    reason: null,
    signatures: [...(former?.signatures ?? []), signature],
  }
  const fresh = { _id: input.id, version: 1, groupId: group._id, organisationId: organisationOf(viewer), ...asked }
  const membership = former ? await membershipStore.change(former, asked, tx) : fresh
  if (!former) await membershipStore.insert(fresh, tx)
  tx.emit(membershipEvent('requested', group, membership))
  return group
}
