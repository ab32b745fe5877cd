import type { BallotRecord, ObjectionRecord, ProxyRecord } from './ballot.model.ts'

/** Ids only: a consumer that wants more asks, under its own rights. */
const about = (ballot: BallotRecord) => ({
  ballotId: ballot._id,
  needId: ballot.needId,
  groupId: ballot.groupId,
  firmIds: ballot.electors.filter(({ left }) => left === null).map((elector) => elector.firmId),
})

const ballotEvent = <N extends string, M extends object>(name: N, ballot: BallotRecord, more: M) => ({
  name,
  key: ballot._id,
  data: { ...about(ballot), ...more },
})

export const ballotOpened = (ballot: BallotRecord) => ballotEvent('ballot.opened', ballot, { closesAt: ballot.closesAt.toISOString() })

export const secondRoundOpened = (ballot: BallotRecord) =>
  ballotEvent('ballot.second_round', ballot, { closesAt: ballot.closesAt.toISOString() })

export const voteCast = (ballot: BallotRecord, firmId: string) => ballotEvent('vote.cast', ballot, { firmId })

export const voteEntered = (ballot: BallotRecord, firmId: string) => ballotEvent('vote.entered', ballot, { firmId })

export const ballotHeld = (ballot: BallotRecord) => ballotEvent('ballot.held', ballot, {})

export const ballotTied = (ballot: BallotRecord) => ballotEvent('ballot.tied', ballot, { tiedBidIds: ballot.tiedBidIds })

export const ballotClosed = (ballot: BallotRecord) =>
  ballotEvent('ballot.closed', ballot, {
    verdict: ballot.outcome?.verdict ?? 'none',
    chosenBidId: ballot.outcome?.chosenBidId ?? null,
  })

export const ballotVoided = (ballot: BallotRecord) => ballotEvent('ballot.voided', ballot, {})

export const votersChanged = (ballot: BallotRecord, firmId: string) => ballotEvent('ballot.voters_changed', ballot, { firmId })

export const votersReminded = (ballot: BallotRecord, firmIds: string[]) =>
  ballotEvent('ballot.reminded', ballot, { firmIds, closesAt: ballot.closesAt.toISOString() })

/** Only firms are told: a colleague sees it on the page. */
const proxyEvent =
  (name: 'proxy.given' | 'proxy.revoked') =>
  (ballot: BallotRecord, { _id, giverId, holder }: ProxyRecord) =>
    ballotEvent(name, ballot, { proxyId: _id, giverId, holderId: holder.kind === 'firm' ? holder.firmId : null })
export const proxyGiven = proxyEvent('proxy.given')
export const proxyRevoked = proxyEvent('proxy.revoked')

const objectionEvent =
  (name: 'objection.raised' | 'objection.answered' | 'objection.settled') =>
  (ballot: BallotRecord, { _id, kind, bidId, firmId, state }: ObjectionRecord) =>
    ballotEvent(name, ballot, {
      objectionId: _id,
      kind,
      bidId,
      firmId,
      state,
      freelancerId: ballot.bids.find((bid) => bid.bidId === bidId)?.freelancerId ?? '',
    })
export const objectionRaised = objectionEvent('objection.raised')
export const objectionAnswered = objectionEvent('objection.answered')
export const objectionSettled = objectionEvent('objection.settled')

export type BallotEventData = ReturnType<typeof about>
