import type { BallotView } from '@mutuo/shared/ballots/ballot.schema.ts'
import { presentElectors } from '@mutuo/shared/ballots/electors.ts'
import { proxyOf } from '@mutuo/shared/ballots/proxy.rules.ts'
import { euroBand, majorityNeeded, quorumNeeded } from '@mutuo/shared/ballots/tally.ts'
import type { ShownRating } from '@mutuo/shared/organisations/organisation.schema.ts'
import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import { coalitionOf, type Candidate } from '@mutuo/shared/pledges/coalition.ts'
import { abilityOf } from '../../platform/access/abilities.ts'
import { no, type Decision } from '../../platform/access/decision.ts'
import type { Viewer, Visitor } from '../../platform/access/viewer.ts'
import type { Transaction } from '../../platform/mongo/transaction.ts'
import { bids, type BidForBallot } from '../bids/index.ts'
import { groups } from '../groups/index.ts'
import { needs } from '../needs/index.ts'
import { organisations } from '../organisations/index.ts'
import { pledges } from '../pledges/index.ts'
import { isAssociation, type BallotReader } from './ballot-reader.ts'
import type { BallotRecord } from './ballot.model.ts'
import { isElector, mayClose, mayDecide, mayEnterVote, mayGiveProxy, mayObject, mayRemind, mayStepAside, mayVote } from './ballot.policy.ts'
import { ballotStore } from './ballot.store.ts'
import { presentObjections } from './objections.view.ts'
import { presentOutcome, presentStanding } from './outcome.view.ts'
import { holdersFor, presentProxies } from './proxy.view.ts'
import { presentOwnVote, presentTraces } from './vote.view.ts'

/** A ballot is known to those who vote in it (or stepped aside), to their group's association and to nobody else. @throws NOT_FOUND */
export const getVisibleBallot = async (viewer: Viewer, ballotId: string, tx?: Transaction): Promise<BallotRecord> => {
  const ballot = await ballotStore.find(ballotId, tx)
  if (!ballot || !(await mayReadBallot(viewer, ballot, tx))) throw new DomainError('NOT_FOUND')
  return ballot
}

export const mayReadBallot = async (viewer: Visitor, ballot: BallotRecord, tx?: Transaction): Promise<boolean> => {
  if (!viewer) return false
  const own = ballot.electors.find((elector) => elector.firmId === viewer.organisationId)
  if (viewer.isAdmin || (own && (own.left === null || own.left.why === 'concerned'))) return true
  const group = await groups.get(ballot.groupId, tx)
  return group.associationId === viewer.organisationId
}

/** What this viewer may see of a ballot: while it is open who has voted, never what; of the euros a band of ten per cent. */
export const presentBallot = async (ballot: BallotRecord, viewer: Viewer, now: Date): Promise<BallotView> => {
  const [group, need, votes, offers, candidates, ratings] = await Promise.all([
    groups.get(ballot.groupId),
    needs.get(ballot.needId),
    ballotStore.votes(ballot),
    bids.forBallot(ballot.needId),
    pledges.candidatesOf(ballot.needId),
    organisations.ratingsOf(ballot.bids.map((bid) => bid.freelancerId)),
  ])
  const mark = await marksIn(ballot, group.associationId)
  const reader: BallotReader = { ballot, viewer, group, now, votes, mark }
  const me = viewer.organisationId
  const mine = votes.find((vote) => vote.firmId === me)
  const standing = presentStanding(reader)
  const [possibleHolders, traces] = await Promise.all([holdersFor(reader), presentTraces(reader)])
  return {
    id: ballot._id,
    version: ballot.version,
    needId: ballot.needId,
    needTitle: need.content.title,
    group: { id: ballot.groupId, name: group.name, association: mark(group.associationId).name },
    state: ballot.state,
    rules: ballot.rules,
    round: ballot.round,
    opensAt: ballot.opensAt.toISOString(),
    closesAt: ballot.closesAt.toISOString(),
    bids: presentBids(reader, offers, candidates, ratings),
    participation: participationOf(ballot),
    voters: votersOf(reader),
    ...(mine && { myVote: presentOwnVote(mine) }),
    proxies: presentProxies(reader),
    possibleHolders,
    objections: presentObjections(reader),
    departures: departuresOf(reader),
    ...(standing && { standing }),
    ...(ballot.firstRound && { firstRound: presentOutcome(ballot.firstRound, reader) }),
    ...(ballot.outcome && { outcome: presentOutcome(ballot.outcome, reader) }),
    traces,
    ...(need.missionId && { missionId: need.missionId }),
    abilities: abilitiesIn(reader),
  }
}

const marksIn = async (ballot: BallotRecord, associationId: string): Promise<BallotReader['mark']> => {
  const shown = [
    ...ballot.electors.map((elector) => elector.firmId),
    ...ballot.bids.map((bid) => bid.freelancerId),
    ...(ballot.firstRound?.bids.map((bid) => bid.freelancerId) ?? []),
  ]
  const marks = await organisations.marksOf([...new Set([associationId, ...shown])])
  return (id) => {
    const found = marks.get(id)
    if (!found) throw new Error(`no mark for organisation ${id}`)
    return found
  }
}

const presentBids = (
  { ballot, viewer, mark }: BallotReader,
  offers: BidForBallot[],
  candidates: Candidate[],
  ratings: Map<string, ShownRating>,
): BallotView['bids'] => {
  const offerOf = new Map(offers.map((offer) => [offer.bidId, offer]))
  const me = viewer.organisationId
  return ballot.bids.flatMap(({ bidId, freelancerId, isOut }) => {
    const offer = offerOf.get(bidId)
    if (!offer) return []
    const { shares, priceMinor } = coalitionOf(offer.offer, candidates)
    const rating = ratings.get(freelancerId)
    return [
      {
        bidId,
        freelancer: { ...mark(freelancerId), ...(rating && { rating }) },
        mySharePriceMinor: (me ? shares.get(me)?.shareMinor : undefined) ?? null,
        totalMinor: priceMinor,
        deliversOn: offer.deliversOn,
        isOut,
      },
    ]
  })
}

const participationOf = ({ rules, electors, votedFirmIds }: BallotRecord): BallotView['participation'] => {
  const present = presentElectors(electors)
  const weightOf = (some: BallotRecord['electors']) => some.reduce((total, elector) => total + elector.weightMinor, 0)
  const voted = present.filter((elector) => votedFirmIds.includes(elector.firmId))
  return {
    votedHeads: voted.length,
    eligibleHeads: present.length,
    neededHeads: Math.max(quorumNeeded(present.length, rules.quorumHeadsBp), majorityNeeded(present.length, rules.majorityHeadsBp)),
    eurosBand: euroBand(weightOf(voted), weightOf(present)),
    neededEurosPercent: Math.ceil(Math.max(rules.quorumEurosBp, rules.majorityEurosBp) / 100),
  }
}

const votersOf = (reader: BallotReader): BallotView['voters'] => {
  const { ballot, viewer, votes, mark, now, group } = reader
  const mayEnter = isAssociation(reader) && mayEnterVote(viewer, ballot, group.associationId, now).allowed
  const saidByItself = (firmId: string) => votes.some((vote) => vote.firmId === firmId && vote.acts.at(-1)?.hand !== 'association')
  return presentElectors(ballot.electors).map(({ firmId }) => ({
    firm: mark(firmId),
    hasVoted: ballot.votedFirmIds.includes(firmId),
    isMe: firmId === viewer.organisationId,
    mayBeEntered: mayEnter && !proxyOf(ballot.proxies, firmId) && !saidByItself(firmId),
  }))
}

const departuresOf = ({ ballot, mark }: BallotReader): BallotView['departures'] =>
  ballot.electors.flatMap(({ firmId, left }) =>
    left ? [{ firm: mark(firmId), why: left.why, at: left.at.toISOString(), ...(left.reason !== null && { reason: left.reason }) }] : [],
  )

/** A frozen group votes nothing: who could otherwise is told why not. */
const abilitiesIn = (reader: BallotReader): BallotView['abilities'] => {
  const { ballot, viewer, group, now } = reader
  const { associationId } = group
  const unlessFrozen = (decision: Decision) => (decision.allowed && group.state === 'frozen' ? no('GROUP_FROZEN') : decision)
  if (ballot.state === 'tied') return [abilityOf('cast', unlessFrozen(mayDecide(viewer, associationId)))]
  if (ballot.state !== 'open') return []
  const ofVoters = isElector(viewer.organisationId, ballot)
    ? [
        abilityOf('giveProxy', unlessFrozen(mayGiveProxy(viewer, ballot, now))),
        abilityOf('object', unlessFrozen(mayObject(viewer, ballot, now))),
        abilityOf('stepAside', unlessFrozen(mayStepAside(viewer, ballot, now))),
      ]
    : []
  return [
    abilityOf('vote', unlessFrozen(mayVote(viewer, ballot, now))),
    abilityOf('close', unlessFrozen(mayClose(viewer, ballot, associationId, now))),
    abilityOf('remind', mayRemind(viewer, ballot, associationId, now)),
    ...ofVoters,
    ...(isAssociation(reader) ? [abilityOf('enterVote', unlessFrozen(mayEnterVote(viewer, ballot, associationId, now)))] : []),
  ]
}
