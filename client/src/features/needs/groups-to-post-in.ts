import type { GroupCard } from '@mutuo/shared/groups/group.schema.ts'

/** The groups in which a firm, as an active member, or its association posts needs. */
export const groupsToPostIn = (groups: readonly GroupCard[], isAssociation: boolean): GroupCard[] =>
  groups.filter(({ state, myMembership }) => state === 'active' && (isAssociation || myMembership?.state === 'active'))
