import { presentElectors } from '@mutuo/shared/ballots/electors.ts'
import { unruledConflicts } from '@mutuo/shared/ballots/objection.rules.ts'
import { proxyOf } from '@mutuo/shared/ballots/proxy.rules.ts'
import { no, yes, type Decision } from '../../platform/access/decision.ts'
import type { Viewer } from '../../platform/access/viewer.ts'
import type { BallotRecord } from './ballot.model.ts'

const oneDayMs = 24 * 3600 * 1000

export const isElector = (firmId: string | null, ballot: BallotRecord) =>
  presentElectors(ballot.electors).some((elector) => elector.firmId === firmId)

/** The deadline binds when the request arrives, whether or not the closing has been written. */
const isOver = (ballot: BallotRecord, now: Date) => ballot.state !== 'open' || now > ballot.closesAt

/** What an owner does in an open ballot in its firm's name. */
const mayAct = (viewer: Viewer, ballot: BallotRecord, now: Date): Decision => {
  if (!isElector(viewer.organisationId, ballot)) return no('NOT_A_VOTER')
  if (viewer.role !== 'owner') return no('OWNER_ONLY')
  return isOver(ballot, now) ? no('BALLOT_CLOSED') : yes
}

/** One firm, one voice: its owner's, or that of whom the owner has asked. */
export const mayVote = (viewer: Viewer, ballot: BallotRecord, now: Date): Decision => {
  if (!isElector(viewer.organisationId, ballot)) return no('NOT_A_VOTER')
  const holder = proxyOf(ballot.proxies, viewer.organisationId ?? '')?.holder
  const isAsked = holder?.kind === 'colleague' && holder.userId === viewer.userId
  if (viewer.role !== 'owner' && !isAsked) return no('OWNER_ONLY')
  if (holder && !isAsked) return no('PROXY_GIVEN')
  return isOver(ballot, now) ? no('BALLOT_CLOSED') : yes
}

export const mayGiveProxy = (viewer: Viewer, ballot: BallotRecord, now: Date): Decision => {
  const may = mayAct(viewer, ballot, now)
  if (!may.allowed) return may
  const firmId = viewer.organisationId ?? ''
  if (ballot.votedFirmIds.includes(firmId)) return no('VOTED_ALREADY')
  return proxyOf(ballot.proxies, firmId) ? no('PROXY_GIVEN') : yes
}

export const mayRevokeProxy = mayAct
export const mayVoteForAnother = mayAct
export const mayObject = mayAct

export const mayStepAside = (viewer: Viewer, ballot: BallotRecord, now: Date): Decision => {
  const may = mayAct(viewer, ballot, now)
  if (!may.allowed) return may
  return presentElectors(ballot.electors).length === 1 ? no('LAST_VOTERS') : yes
}

/** What was raised in time may be settled until the outcome is written. */
export const mayLift = (viewer: Viewer, ballot: BallotRecord): Decision => {
  if (!isElector(viewer.organisationId, ballot)) return no('NOT_A_VOTER')
  return viewer.role === 'owner' ? yes : no('OWNER_ONLY')
}

export const mayAdopt = (viewer: Viewer, ballot: BallotRecord): Decision => {
  if (viewer.organisationId !== ballot.leaderId) return no('LEADER_ONLY')
  return viewer.role === 'owner' ? yes : no('OWNER_ONLY')
}

/** Casting votes, rulings, votes on the telephone. */
export const mayDecide = (viewer: Viewer, associationId: string): Decision => {
  if (viewer.organisationId !== associationId) return no('ASSOCIATION_ONLY')
  return viewer.role === 'owner' ? yes : no('OWNER_ONLY')
}

/** For a firm that has not voted by itself: its own word stands above the telephone. */
export const mayEnterVote = (viewer: Viewer, ballot: BallotRecord, associationId: string, now: Date): Decision => {
  const may = mayDecide(viewer, associationId)
  if (!may.allowed) return may
  return isOver(ballot, now) ? no('BALLOT_CLOSED') : yes
}

/** Before its time a ballot closes only when nobody is left to vote, and nothing is left to rule on. */
export const mayClose = (viewer: Viewer, ballot: BallotRecord, associationId: string, now: Date): Decision => {
  if (viewer.organisationId !== ballot.leaderId && viewer.organisationId !== associationId) return no('LEADER_ONLY')
  if (viewer.role !== 'owner') return no('OWNER_ONLY')
  if (now > ballot.closesAt) return yes
  const missing = presentElectors(ballot.electors).length - ballot.votedFirmIds.length
  if (missing > 0) return no('VOTES_MISSING', { missing })
  return unruledConflicts(ballot.objections).length > 0 ? no('CONFLICT_UNRULED') : yes
}

/** Once a day at most. */
export const mayRemind = (viewer: Viewer, ballot: BallotRecord, associationId: string, now: Date): Decision => {
  if (!isElector(viewer.organisationId, ballot) && viewer.organisationId !== associationId) return no('NOT_A_VOTER')
  if (isOver(ballot, now)) return no('BALLOT_CLOSED')
  const isTooSoon = ballot.remindedAt !== null && now.getTime() - ballot.remindedAt.getTime() < oneDayMs
  return isTooSoon ? no('ALREADY_REMINDED') : yes
}
