import { no, yes } from '../../platform/access/decision.ts'
import type { Viewer } from '../../platform/access/viewer.ts'
import type { BallotRecord } from './ballot.model.ts'

const isElector = (viewer: Viewer, ballot: BallotRecord) => ballot.electors.some((elector) => elector.firmId === viewer.organisationId)

/** One firm, one voice, given by its owner. */
export const mayVote = (viewer: Viewer, ballot: BallotRecord) => {
  if (!isElector(viewer, ballot)) return no('NOT_A_VOTER')
  if (viewer.role !== 'owner') return no('OWNER_ONLY')
  return yes
}

/** Before its time a ballot closes only when nobody is left to vote. */
export const mayClose = (viewer: Viewer, ballot: BallotRecord, associationId: string) => {
  if (viewer.organisationId !== ballot.leaderId && viewer.organisationId !== associationId) return no('LEADER_ONLY')
  if (viewer.role !== 'owner') return no('OWNER_ONLY')
  const missing = ballot.electors.length - ballot.voteCount
  if (missing > 0) return no('VOTES_MISSING', { missing })
  return yes
}

export const mayCast = (viewer: Viewer, associationId: string) => {
  if (viewer.organisationId !== associationId) return no('ASSOCIATION_ONLY')
  if (viewer.role !== 'owner') return no('OWNER_ONLY')
  return yes
}

export const mayRemind = (viewer: Viewer, ballot: BallotRecord, associationId: string) =>
  isElector(viewer, ballot) || viewer.organisationId === associationId ? yes : no('NOT_A_VOTER')
