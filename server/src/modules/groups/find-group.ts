import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import type { Viewer } from '../../platform/access/viewer.ts'
import type { Transaction } from '../../platform/mongo/transaction.ts'
import type { GroupRecord } from './group.model.ts'
import { groupStore } from './group.store.ts'
import type { MembershipRecord } from './membership.model.ts'
import { membershipStore } from './membership.store.ts'

/** @throws NOT_FOUND */
export const findGroup = async (groupId: string, tx?: Transaction): Promise<GroupRecord> => {
  const group = await groupStore.find(groupId, tx)
  if (!group) throw new DomainError('NOT_FOUND')
  return group
}

/** The live place that the viewer's organisation has in the group. */
export const membershipOfViewer = async (viewer: Viewer, groupId: string, tx?: Transaction): Promise<MembershipRecord | null> =>
  viewer.organisationId === null ? null : membershipStore.liveOf(groupId, viewer.organisationId, tx)

/** That place, or the one that it had before it left or was refused. */
export const placeOfViewer = async (viewer: Viewer, groupId: string, tx?: Transaction): Promise<MembershipRecord | null> =>
  viewer.organisationId === null ? null : membershipStore.ofFirm(groupId, viewer.organisationId, tx)
