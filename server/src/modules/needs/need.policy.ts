import { areBidsOpen, hasNegotiation, isGathering } from '@mutuo/shared/needs/need.rules.ts'
import { no, yes } from '../../platform/access/decision.ts'
import type { Viewer } from '../../platform/access/viewer.ts'
import type { NeedRecord } from './need.model.ts'

type Led = Pick<NeedRecord, 'leaderId' | 'associationId'>
type Member = { state: string; isCharterSigned: boolean } | null

/** In whose name the viewer moves a need. */
export const actorOf = (viewer: Viewer, need: Led): 'leader' | 'association' =>
  viewer.organisationId === need.leaderId ? 'leader' : 'association'

/** A firm of the group, by any of its people, prepares a need; the association does for its own groups. */
export const mayCreate = (viewer: Viewer, membership: Member, associationId: string) => {
  if (viewer.organisationId === associationId) return yes
  return viewer.organisationKind === 'sme' && membership?.state === 'active' ? yes : no('NOT_A_MEMBER')
}

export const mayEdit = (viewer: Viewer, need: Led) => (viewer.organisationId === need.leaderId ? yes : no('LEADER_ONLY'))

/** Publishing binds the firm: its owner does it. */
export const mayPublish = (viewer: Viewer, need: Led) => {
  if (viewer.organisationId !== need.leaderId) return no('LEADER_ONLY')
  return viewer.role === 'owner' || viewer.organisationId === need.associationId ? yes : no('OWNER_ONLY')
}

/** The firm that leads, by its owner, or the association that administers the group. */
export const mayLead = (viewer: Viewer, need: Led) => {
  if (viewer.organisationId === need.associationId) return yes
  return mayPublish(viewer, need)
}

/** Who looks for firms that could share a need: the people of the firm that leads it, and its association. */
export const maySeekFirms = (viewer: Viewer, need: Led) =>
  viewer.organisationId === need.leaderId || viewer.organisationId === need.associationId ? yes : no('LEADER_ONLY')

export const mayApprove = (viewer: Viewer, need: Led) => (viewer.organisationId === need.associationId ? yes : no('ASSOCIATION_ONLY'))

/** A vote is not opened by hand before somebody has bid, nor bidding before the minimum is reached. */
export const mayOpenBidding = (viewer: Viewer, need: Led & Pick<NeedRecord, 'isMinimumReached' | 'firmsMissing'>) => {
  const lead = mayLead(viewer, need)
  if (!lead.allowed) return lead
  return need.isMinimumReached ? yes : no('MINIMUM_NOT_REACHED', { missing: need.firmsMissing })
}

export const mayOpenVote = (viewer: Viewer, need: Led & Pick<NeedRecord, 'bidCount'>) => {
  const lead = mayLead(viewer, need)
  if (!lead.allowed) return lead
  return need.bidCount > 0 ? yes : no('NO_BID_YET')
}

/** Where the need gives days to it. */
export const mayCloseBids = (viewer: Viewer, need: Led & Pick<NeedRecord, 'bidCount' | 'content'>) => {
  const vote = mayOpenVote(viewer, need)
  return vote.allowed && !hasNegotiation(need.content) ? no('NO_NEGOTIATION') : vote
}

type Dated = Pick<NeedRecord, 'state' | 'content'>

/** A firm of the group joins, by its owner, while the need gathers. A stranger is told what comes first. */
export const mayJoin = (viewer: Viewer, need: Dated, membership: Member, isFrozen: boolean, now: Date) => {
  if (!isGathering(need, now)) return no('NEED_NOT_OPEN')
  if (membership?.state !== 'active') return no('NOT_A_MEMBER')
  if (viewer.role !== 'owner') return no('OWNER_ONLY')
  if (!membership.isCharterSigned) return no('CHARTER_NOT_SIGNED')
  return isFrozen ? no('GROUP_FROZEN') : yes
}

export const mayBid = (viewer: Viewer, need: Dated, isFrozen: boolean, now: Date) => {
  if (viewer.organisationKind !== 'freelancer') return no('FREELANCER_ONLY')
  if (!areBidsOpen(need, now)) return no('BIDS_CLOSED')
  if (viewer.role !== 'owner') return no('OWNER_ONLY')
  return isFrozen ? no('GROUP_FROZEN') : yes
}
