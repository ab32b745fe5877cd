import { no, yes } from '../../platform/access/decision.ts'
import type { Viewer } from '../../platform/access/viewer.ts'
import type { BallotRecord } from './ballot.model.ts'

const oneDayMs = 24 * 3600 * 1000

const isElector = (viewer: Viewer, ballot: BallotRecord) => ballot.electors.some((elector) => elector.firmId === viewer.organisationId)

/** The deadline binds when the request arrives, whether or not the closing has been written. */
const isOver = (ballot: BallotRecord, now: Date) => ballot.state !== 'open' || now > ballot.closesAt

/** One firm, one voice, given by its owner. */
export const mayVote = (viewer: Viewer, ballot: BallotRecord, now: Date) => {
  if (!isElector(viewer, ballot)) return no('NOT_A_VOTER')
  if (viewer.role !== 'owner') return no('OWNER_ONLY')
  return isOver(ballot, now) ? no('BALLOT_CLOSED') : yes
}

/** Before its time a ballot closes only when nobody is left to vote. */
export const mayClose = (viewer: Viewer, ballot: BallotRecord, associationId: string, now: Date) => {
  if (viewer.organisationId !== ballot.leaderId && viewer.organisationId !== associationId) return no('LEADER_ONLY')
  if (viewer.role !== 'owner') return no('OWNER_ONLY')
  const missing = ballot.electors.length - ballot.voteCount
  return missing > 0 && now <= ballot.closesAt ? no('VOTES_MISSING', { missing }) : yes
}

export const mayCast = (viewer: Viewer, associationId: string) => {
  if (viewer.organisationId !== associationId) return no('ASSOCIATION_ONLY')
  if (viewer.role !== 'owner') return no('OWNER_ONLY')
  return yes
}

/** Once a day at most. */
export const mayRemind = (viewer: Viewer, ballot: BallotRecord, associationId: string, now: Date) => {
  if (!isElector(viewer, ballot) && viewer.organisationId !== associationId) return no('NOT_A_VOTER')
  if (isOver(ballot, now)) return no('BALLOT_CLOSED')
  const isTooSoon = ballot.remindedAt !== null && now.getTime() - ballot.remindedAt.getTime() < oneDayMs
  return isTooSoon ? no('ALREADY_REMINDED') : yes
}
