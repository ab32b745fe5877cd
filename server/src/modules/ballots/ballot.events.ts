import type { BallotRecord } from './ballot.model.ts'

/** Ids only: a consumer that wants more asks, under its own rights. */
const about = (ballot: BallotRecord) => ({
  ballotId: ballot._id,
  needId: ballot.needId,
  groupId: ballot.groupId,
  firmIds: ballot.electors.map((elector) => elector.firmId),
})

export const ballotOpened = (ballot: BallotRecord) => ({
  name: 'ballot.opened',
  key: ballot._id,
  data: { ...about(ballot), closesAt: ballot.closesAt.toISOString() },
})

export const voteCast = (ballot: BallotRecord, firmId: string) => ({
  name: 'vote.cast',
  key: ballot._id,
  data: { ...about(ballot), firmId },
})

export const ballotTied = (ballot: BallotRecord) => ({
  name: 'ballot.tied',
  key: ballot._id,
  data: { ...about(ballot), tiedBidIds: ballot.tiedBidIds },
})

export const ballotClosed = (ballot: BallotRecord) => ({
  name: 'ballot.closed',
  key: ballot._id,
  data: { ...about(ballot), verdict: ballot.outcome?.verdict ?? 'none', chosenBidId: ballot.outcome?.chosenBidId ?? null },
})

export const votersReminded = (ballot: BallotRecord, firmIds: string[]) => ({
  name: 'ballot.reminded',
  key: ballot._id,
  data: { ...about(ballot), firmIds, closesAt: ballot.closesAt.toISOString() },
})

export type BallotEventData = ReturnType<typeof about>
