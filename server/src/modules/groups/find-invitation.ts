import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import type { Transaction } from '../../platform/mongo/transaction.ts'
import type { GroupRecord } from './group.model.ts'
import { groupStore } from './group.store.ts'
import type { InvitationRecord } from './invitation.model.ts'
import { invitationStore } from './invitation.store.ts'
import { hashSecret } from './invite-secret.ts'

/** The group that a secret opens, with the letter that carried it, unless it is the group's own link. @throws INVITATION_INVALID */
export const findInvitation = async (
  secret: string,
  now: Date,
  tx?: Transaction,
): Promise<{ group: GroupRecord; invitation: InvitationRecord | null }> => {
  const secretHash = hashSecret(secret)
  const invitation = await invitationStore.findBySecret(secretHash, now, tx)
  const group = await (invitation ? groupStore.find(invitation.groupId, tx) : groupStore.findByLink(secretHash, tx))
  if (!group) throw new DomainError('INVITATION_INVALID')
  return { group, invitation }
}
