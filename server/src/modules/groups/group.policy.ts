import { no, yes, type Decision } from '../../platform/access/decision.ts'
import type { Viewer } from '../../platform/access/viewer.ts'
import type { GroupRecord } from './group.model.ts'
import type { MembershipRecord } from './membership.model.ts'

type Group = Pick<GroupRecord, 'associationId' | 'state'>
type Membership = Pick<MembershipRecord, 'state'> | null

export const mayCreateGroup = (viewer: Viewer) => {
  if (viewer.organisationKind !== 'association') return no('ASSOCIATION_ONLY')
  return viewer.role === 'owner' ? yes : no('OWNER_ONLY')
}

/** Everybody who acts for the association looks after its groups. */
export const mayAdminister = (viewer: Viewer, group: Group) =>
  viewer.organisationId === group.associationId ? yes : no('ASSOCIATION_ONLY')

export const mayFreeze = (viewer: Viewer, group: Group) => (viewer.isAdmin ? yes : mayAdminister(viewer, group))

/** A firm enters by its owner, who binds it. */
export const mayJoin = (viewer: Viewer, membership: Membership): Decision => {
  if (viewer.organisationKind === null) return no('NO_ORGANISATION')
  if (viewer.organisationKind !== 'sme') return no('WRONG_KIND_OF_ORGANISATION')
  if (viewer.role !== 'owner') return no('OWNER_ONLY')
  return membership?.state === 'active' || membership?.state === 'suspended' ? no('ALREADY_A_MEMBER') : yes
}

/** To ask once is enough. */
export const mayRequest = (viewer: Viewer, membership: Membership): Decision =>
  membership?.state === 'requested' ? no('ALREADY_A_MEMBER') : mayJoin(viewer, membership)

export const mayLeave = (viewer: Viewer, membership: Membership, isCommitted: boolean): Decision => {
  if (!membership) return no('NOT_A_MEMBER')
  if (viewer.role !== 'owner') return no('OWNER_ONLY')
  return isCommitted ? no('MEMBER_HAS_LIVE_COMMITMENT') : yes
}

export const maySignCharter = (viewer: Viewer, membership: Membership): Decision => {
  if (membership?.state !== 'active') return no('NOT_A_MEMBER')
  return viewer.role === 'owner' ? yes : no('OWNER_ONLY')
}

/** Members draft needs; their association may post one for them. */
export const mayPostNeed = (viewer: Viewer, group: Group, membership: Membership): Decision => {
  if (membership?.state !== 'active' && viewer.organisationId !== group.associationId) return no('NOT_A_MEMBER')
  return group.state === 'frozen' ? no('GROUP_FROZEN') : yes
}

/** The charter is for those it binds, and for a firm that must read it before it asks to join. */
export const maySeeCharter = (viewer: Viewer, group: Group, membership: Membership): boolean =>
  maySeeInside(viewer, group, membership) || membership !== null || viewer.organisationKind === 'sme'

export const maySeeInside = (viewer: Viewer, group: Group, membership: Membership): boolean =>
  viewer.organisationId === group.associationId || membership?.state === 'active'
