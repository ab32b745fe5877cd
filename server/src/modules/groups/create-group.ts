import type { createGroup as createEndpoint } from '@mutuo/shared/groups/group.endpoints.ts'
import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import { organisationOf } from '../../platform/access/acting-for.ts'
import { allow } from '../../platform/access/decision.ts'
import { audit } from '../../platform/audit/audit.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { duplicateKeyOf } from '../../platform/mongo/duplicate-key.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { groupEvent } from './group.events.ts'
import type { GroupRecord } from './group.model.ts'
import { mayCreateGroup } from './group.policy.ts'
import { newGroup } from './group.rules.ts'
import { groupStore } from './group.store.ts'
import { hashSecret, linkSecretOf } from './invite-secret.ts'

/** An association opens a group with its charter and its rules. @throws ASSOCIATION_ONLY, OWNER_ONLY, COMMUNE_UNKNOWN */
export const createGroup = async ({ viewer, input, now, ip }: Call<typeof createEndpoint>): Promise<GroupRecord> => {
  allow(mayCreateGroup(viewer))
  const decided = newGroup(input, organisationOf(viewer), now)
  const group = { ...decided, linkHash: hashSecret(linkSecretOf(decided)) }
  try {
    await transaction(async (tx) => {
      await groupStore.insert(group, tx)
      await groupStore.keepCharter(group, viewer.userId, now, tx)
      await audit(
        { actor: { userId: viewer.userId }, action: 'group.create', object: `group:${group._id}`, after: { rules: group.rules }, ip },
        tx,
      )
      tx.emit(groupEvent('created', group))
    })
    return group
  } catch (error) {
    if (!duplicateKeyOf(error)) throw error
    return ownGroupAgain(group)
  }
}

/** The same form sent twice is the same group; an id of another association's group is refused. */
const ownGroupAgain = async ({ _id, associationId }: GroupRecord): Promise<GroupRecord> => {
  const before = await groupStore.find(_id)
  if (before?.associationId !== associationId) throw new DomainError('ALREADY_EXISTS')
  return before
}
