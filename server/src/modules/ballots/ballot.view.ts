import type { BallotView } from '@mutuo/shared/ballots/ballot.schema.ts'
import { euroBand, majorityNeeded } from '@mutuo/shared/ballots/tally.ts'
import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import type { OrganisationMark } from '@mutuo/shared/organisations/organisation.schema.ts'
import { coalitionOf } from '@mutuo/shared/pledges/coalition.ts'
import { abilityOf } from '../../platform/access/abilities.ts'
import { no, type Decision } from '../../platform/access/decision.ts'
import type { Viewer } from '../../platform/access/viewer.ts'
import type { Transaction } from '../../platform/mongo/transaction.ts'
import { bids } from '../bids/index.ts'
import { groups, type GroupRecord } from '../groups/index.ts'
import { needs } from '../needs/index.ts'
import { organisations } from '../organisations/index.ts'
import { pledges } from '../pledges/index.ts'
import type { BallotRecord, StoredOutcome } from './ballot.model.ts'
import { mayCast, mayClose, mayRemind, mayVote } from './ballot.policy.ts'
import { ballotStore } from './ballot.store.ts'
import type { VoteRecord } from './vote.model.ts'

/** A ballot is known to those who vote in it, to their group's association and to nobody else. @throws NOT_FOUND */
export const getVisibleBallot = async (viewer: Viewer, ballotId: string, tx?: Transaction): Promise<BallotRecord> => {
  const ballot = await ballotStore.find(ballotId, tx)
  if (!ballot) throw new DomainError('NOT_FOUND')
  if (viewer.isAdmin || ballot.electors.some((elector) => elector.firmId === viewer.organisationId)) return ballot
  const group = await groups.get(ballot.groupId, tx)
  if (group.associationId !== viewer.organisationId) throw new DomainError('NOT_FOUND')
  return ballot
}

/** What this viewer may see of a ballot: while it is open who has voted, never what; of the euros a band of ten per cent. */
export const presentBallot = async (ballot: BallotRecord, viewer: Viewer, now: Date): Promise<BallotView> => {
  const [group, need, votes, offers, candidates] = await Promise.all([
    groups.get(ballot.groupId),
    needs.get(ballot.needId),
    ballotStore.votes(ballot),
    bids.forBallot(ballot.needId),
    pledges.candidatesOf(ballot.needId),
  ])
  const marks = await organisations.marksOf([
    group.associationId,
    ...ballot.electors.map((elector) => elector.firmId),
    ...ballot.bids.map((bid) => bid.freelancerId),
  ])
  const mark = (id: string) => {
    const found = marks.get(id)
    if (!found) throw new Error(`no mark for organisation ${id}`)
    return found
  }
  const voted = new Set(votes.map((vote) => vote.firmId))
  const me = viewer.organisationId
  const mine = votes.find((vote) => vote.firmId === me)
  const offerOf = new Map(offers.map((offer) => [offer.bidId, offer]))

  return {
    id: ballot._id,
    version: ballot.version,
    needId: ballot.needId,
    needTitle: need.content.title,
    group: { id: ballot.groupId, name: group.name, association: mark(group.associationId).name },
    state: ballot.state,
    rules: ballot.rules,
    opensAt: ballot.opensAt.toISOString(),
    closesAt: ballot.closesAt.toISOString(),
    bids: ballot.bids.flatMap(({ bidId, freelancerId }) => {
      const offer = offerOf.get(bidId)
      if (!offer) return []
      const coalition = coalitionOf(offer.offer, candidates)
      const share = me ? coalition.shares.get(me)?.shareMinor : undefined
      return [
        {
          bidId,
          freelancer: mark(freelancerId),
          mySharePriceMinor: share ?? null,
          totalMinor: coalition.priceMinor,
          deliversOn: offer.deliversOn,
        },
      ]
    }),
    participation: participationOf(ballot, voted),
    voters: ballot.electors.map((elector) => ({
      firm: mark(elector.firmId),
      hasVoted: voted.has(elector.firmId),
      isMe: elector.firmId === me,
    })),
    ...(mine && { myVote: presentVote(mine) }),
    ...(ballot.outcome && { outcome: presentOutcome(ballot.outcome, ballot, mark) }),
    ...(need.missionId && { missionId: need.missionId }),
    abilities: abilitiesIn(ballot, { viewer, group, now }),
  }
}

const presentOutcome = (
  { euros, bids: told, closedAt, ...outcome }: StoredOutcome,
  { rules }: BallotRecord,
  mark: (id: string) => OrganisationMark,
): NonNullable<BallotView['outcome']> => ({
  ...outcome,
  euros: { voted: euroBand(euros.votedMinor, euros.eligibleMinor), majorityPercent: Math.floor(rules.majorityEurosBp / 100) },
  bids: told.map(({ freelancerId, acceptedEurosMinor, ...bid }) => ({
    ...bid,
    freelancer: mark(freelancerId),
    acceptedEuros: euroBand(acceptedEurosMinor, euros.eligibleMinor),
  })),
  closedAt: closedAt.toISOString(),
})

const presentVote = (vote: VoteRecord): NonNullable<BallotView['myVote']> => ({
  abstains: vote.abstains,
  choices: vote.choices,
  ...(vote.reason !== null && { reason: vote.reason }),
  changedAt: vote.castAt.toISOString(),
  changes: vote.changedAt.length,
})

const participationOf = (ballot: BallotRecord, voted: Set<string>): BallotView['participation'] => {
  const weightOf = (electors: BallotRecord['electors']) => electors.reduce((total, elector) => total + elector.weightMinor, 0)
  const { rules, electors } = ballot
  return {
    votedHeads: voted.size,
    eligibleHeads: electors.length,
    neededHeads: Math.max(quorumOf(electors.length, rules.quorumHeadsBp), majorityNeeded(electors.length, rules.majorityHeadsBp)),
    eurosBand: euroBand(weightOf(electors.filter((elector) => voted.has(elector.firmId))), weightOf(electors)),
    neededEurosPercent: Math.ceil(Math.max(rules.quorumEurosBp, rules.majorityEurosBp) / 100),
  }
}

/** A quorum is reached with at least this many; a majority needs strictly more. */
const quorumOf = (electors: number, bp: number) => Math.ceil((electors * bp) / 10_000)

type Looking = { viewer: Viewer; group: GroupRecord; now: Date }

/** A frozen group votes nothing: who could otherwise is told why not. */
const abilitiesIn = (ballot: BallotRecord, { viewer, group, now }: Looking): BallotView['abilities'] => {
  const { associationId } = group
  const unlessFrozen = (decision: Decision) => (decision.allowed && group.state === 'frozen' ? no('GROUP_FROZEN') : decision)
  if (ballot.state === 'tied') return [abilityOf('cast', unlessFrozen(mayCast(viewer, associationId)))]
  if (ballot.state !== 'open') return []
  return [
    abilityOf('vote', unlessFrozen(mayVote(viewer, ballot, now))),
    abilityOf('close', unlessFrozen(mayClose(viewer, ballot, associationId, now))),
    abilityOf('remind', mayRemind(viewer, ballot, associationId, now)),
  ]
}
