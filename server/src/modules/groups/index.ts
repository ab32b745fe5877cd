import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import type { MemberView } from '@mutuo/shared/groups/group.schema.ts'
import type { Viewer } from '../../platform/access/viewer.ts'
import type { Transaction } from '../../platform/mongo/transaction.ts'
import { findGroup } from './find-group.ts'
import type { GroupRecord } from './group.model.ts'
import { groupStore } from './group.store.ts'
import { provideCommitments } from './live-commitments.ts'
import { presentMembers } from './member.view.ts'
import type { MembershipRecord } from './membership.model.ts'
import { membershipStore } from './membership.store.ts'

export type { GroupRecord } from './group.model.ts'
export type Membership = MembershipRecord & { isCharterSigned: boolean }
export type { CommitmentCheck } from './live-commitments.ts'

/** What later modules may ask of groups. */
export const groups = {
  /** @throws NOT_FOUND */
  get: (groupId: string, tx?: Transaction): Promise<GroupRecord> => findGroup(groupId, tx),

  many: async (groupIds: string[], tx?: Transaction): Promise<Map<string, GroupRecord>> =>
    new Map((await groupStore.many([...new Set(groupIds)], tx)).map((group) => [group._id, group])),

  ofAssociation: (associationId: string, tx?: Transaction): Promise<GroupRecord[]> => groupStore.ofAssociation(associationId, tx),

  /** The live place of a firm (or of the one that the viewer acts for), whatever its state: who may act has `state === 'active'`. */
  async membershipOf(who: Pick<Viewer, 'organisationId'> | string | null, groupId: string, tx?: Transaction): Promise<Membership | null> {
    const organisationId = typeof who === 'string' ? who : (who?.organisationId ?? null)
    const membership = organisationId === null ? null : await membershipStore.liveOf(groupId, organisationId, tx)
    if (!membership) return null
    const { charterVersion } = await findGroup(groupId, tx)
    return { ...membership, isCharterSigned: membership.signatures.some(({ version }) => version === charterVersion) }
  },

  activeFirmIds: async (groupId: string, tx?: Transaction): Promise<string[]> =>
    (await membershipStore.inStates([groupId], ['active'], tx)).map(({ organisationId }) => organisationId),

  suspendedFirmIds: async (groupId: string, tx?: Transaction): Promise<string[]> =>
    (await membershipStore.inStates([groupId], ['suspended'], tx)).map(({ organisationId }) => organisationId),

  activeGroupIds: async (organisationId: string, tx?: Transaction): Promise<string[]> =>
    (await membershipStore.liveOfFirm(organisationId, tx)).filter(({ state }) => state === 'active').map(({ groupId }) => groupId),

  async activeMembershipsOf(groupIds: string[]): Promise<{ groupId: string; firmId: string; since: Date }[]> {
    const found = await membershipStore.inStates(groupIds, ['active'])
    return found.map(({ groupId, organisationId, since }) => ({ groupId, firmId: organisationId, since }))
  },

  /** Firms that ask to join the viewer's groups, oldest first. */
  async pendingMembers(viewer: Viewer, groupIds: string[]): Promise<{ group: { id: string; name: string }; member: MemberView }[]> {
    const [found, pending] = [await groupStore.many(groupIds), await membershipStore.inStates(groupIds, ['requested'])]
    const presented = await Promise.all(
      found.map(async (group) => {
        const members = await presentMembers(
          pending.filter(({ groupId }) => groupId === group._id),
          group,
          viewer,
        )
        return members.map((member) => ({ group: { id: group._id, name: group.name }, member }))
      }),
    )
    return presented.flat().sort((a, b) => (a.member.since < b.member.since ? -1 : 1))
  },

  isFrozen: async (groupId: string, tx?: Transaction): Promise<boolean> => (await findGroup(groupId, tx)).state === 'frozen',

  /** @throws GROUP_FROZEN, NOT_FOUND */
  async assertNotFrozen(groupId: string, tx?: Transaction): Promise<void> {
    if (await groups.isFrozen(groupId, tx)) throw new DomainError('GROUP_FROZEN')
  },

  /** A later module says which firms it binds; they cannot leave meanwhile. */
  provideCommitments,
}
