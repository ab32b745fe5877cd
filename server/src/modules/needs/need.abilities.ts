import { needProcess } from '@mutuo/shared/needs/need.process.ts'
import { hasNegotiation, isGathering } from '@mutuo/shared/needs/need.rules.ts'
import type { needMove, NeedView } from '@mutuo/shared/needs/need.schema.ts'
import { abilitiesOf } from '../../platform/access/abilities.ts'
import { no, yes, type Decision } from '../../platform/access/decision.ts'
import type { Viewer, Visitor } from '../../platform/access/viewer.ts'
import type { NeedRecord } from './need.model.ts'
import {
  actorOf,
  mayApprove,
  mayBid,
  mayCloseBids,
  mayEdit,
  mayJoin,
  mayLead,
  mayOpenBidding,
  mayOpenVote,
  mayPublish,
} from './need.policy.ts'

type Move = (typeof needMove)[number]
type Situation = {
  membership: { state: string; isCharterSigned: boolean } | null
  isInside: boolean
  isVoteReader: boolean
  isFrozen: boolean
  needsApproval: boolean
  myPledgeId: string | null
  myBidId: string | null
  seesMission: boolean
  now: Date
}

/** Every button of the need's page that concerns this viewer; what is refused keeps its reason. */
export const abilitiesIn = (need: NeedRecord, viewer: Visitor, situation: Situation): NeedView['abilities'] => [
  ...(viewer ? leading(need, viewer, situation) : []),
  ...takingPart(need, viewer, situation),
  ...looking(need, viewer, situation),
]

const leading = (need: NeedRecord, viewer: Viewer, { isFrozen, needsApproval, now }: Situation): NeedView['abilities'] => {
  if (viewer.organisationId !== need.leaderId && viewer.organisationId !== need.associationId) return []
  const thawed = (decision: Decision) => (decision.allowed && isFrozen ? no('GROUP_FROZEN') : decision)
  const ahead = (decision: Decision) => (decision.allowed && need.content.gatheringClosesAt <= now ? no('DEADLINE_PAST') : decision)
  const waits = needsApproval && need.leaderId !== need.associationId
  const isLeader = viewer.organisationId === need.leaderId
  const moves = abilitiesOf(needProcess, need.state, actorOf(viewer, need), {
    ...(isLeader && { [waits ? 'submit' : 'publish']: ahead(thawed(mayPublish(viewer, need))) }),
    approve: ahead(thawed(mayApprove(viewer, need))),
    sendBack: thawed(mayApprove(viewer, need)),
    openBidding: thawed(mayOpenBidding(viewer, need)),
    ...(hasNegotiation(need.content) && { closeBids: thawed(mayCloseBids(viewer, need)) }),
    openVote: thawed(mayOpenVote(viewer, need)),
    cancel: mayLead(viewer, need),
  } as Record<'submit' | 'publish' | 'approve' | 'sendBack' | 'openBidding' | 'closeBids' | 'openVote' | 'cancel', Decision>)
  return [
    ...(isLeader && need.state === 'draft' ? [ability('edit', thawed(mayEdit(viewer, need)))] : []),
    ...moves,
    ...(isOpen(need) ? [ability('extend', need.closesAt < now ? no('DEADLINE_PAST') : thawed(mayLead(viewer, need)))] : []),
  ]
}

const isOpen = ({ state }: NeedRecord) => state === 'gathering' || state === 'bidding'

const takingPart = (need: NeedRecord, viewer: Visitor, situation: Situation): NeedView['abilities'] => {
  const { membership, isFrozen, myPledgeId, myBidId, now } = situation
  if (!viewer) return isOpen(need) ? [ability('join', isGathering(need, now) ? no('SIGNED_OUT') : no('NEED_NOT_OPEN'))] : []
  if (viewer.organisationKind === 'freelancer') return isOpen(need) && !myBidId ? [ability('bid', mayBid(viewer, need, isFrozen, now))] : []
  if (viewer.organisationKind === null) return isGathering(need, now) ? [ability('join', no('NO_ORGANISATION'))] : []
  if (viewer.organisationKind !== 'sme' || myPledgeId || !isOpen(need)) return []
  return [ability('join', mayJoin(viewer, need, membership, isFrozen, now))]
}

const looking = (need: NeedRecord, viewer: Visitor, situation: Situation): NeedView['abilities'] => {
  const { isInside, isVoteReader, myBidId, seesMission } = situation
  if (!viewer || need.state === 'draft' || need.state === 'review') return []
  const seesBids = isInside || myBidId !== null
  return [
    ...(seesBids ? [ability('seeBids', need.bidCount > 0 || myBidId ? yes : no('NO_BID_YET'))] : []),
    ...(isVoteReader ? [ability('seeBallot', yes)] : []),
    ...(seesMission ? [ability('seeMission', yes)] : []),
  ]
}

const ability = (move: Move, decision: Decision): NeedView['abilities'][number] =>
  decision.allowed ? { move, allowed: true } : { move, ...decision }
