import type { BallotRules } from '@mutuo/shared/ballots/ballot.schema.ts'
import { groupRules, type GroupRules } from '@mutuo/shared/groups/group.schema.ts'
import { coalitionOf } from '@mutuo/shared/pledges/coalition.ts'
import { v7 as newId } from 'uuid'
import { transaction } from '../../platform/mongo/transaction.ts'
import { bids } from '../bids/index.ts'
import { groups } from '../groups/index.ts'
import { needs } from '../needs/index.ts'
import { pledges } from '../pledges/index.ts'
import { ballotOpened } from './ballot.events.ts'
import type { BallotRecord } from './ballot.model.ts'
import { ballotStore } from './ballot.store.ts'

/**
 * A need's bids are known: its pledged firms choose among those whose coalition reaches the minimum, by the need's method under the group's
 * thresholds. Where no bid gathers enough firms the need ends. Once for a need, however often it is asked.
 */
export const openBallot = (needId: string, now: Date) =>
  transaction(async (tx) => {
    const need = await needs.get(needId, tx)
    if (need.state !== 'voting' || need.ballotId) return
    const group = await groups.get(need.groupId, tx)
    const [offers, candidates] = [await bids.forBallot(needId, tx), await pledges.candidatesOf(needId, tx)]
    const locked = await pledges.lockedCandidatesOf(needId, tx)
    const possible = offers.filter(({ offer }) => coalitionOf(offer, candidates).members.length >= need.content.minFirms)
    if (possible.length === 0) return void (await needs.move(needId, 'expire', tx))
    const ballot: BallotRecord = {
      _id: newId(),
      needId,
      groupId: need.groupId,
      leaderId: need.leaderId,
      state: 'open',
      version: 1,
      rules: rulesFor(need.content.rules.ballotMethod, groupRules.parse(group.rules)),
      round: 1,
      bids: possible.map(({ bidId, freelancerId }) => ({ bidId, freelancerId, isOut: false })),
      electors: locked.map(({ firmId, capMinor, coverMinor = 0 }) => ({
        firmId,
        weightMinor: capMinor - coverMinor,
        left: candidates.some((candidate) => candidate.firmId === firmId) ? null : { why: 'suspended', reason: null, at: now },
      })),
      votedFirmIds: [],
      proxies: [],
      objections: [],
      opensAt: now,
      closesAt: need.content.voteClosesAt,
      tiedBidIds: [],
      firstRound: null,
      outcome: null,
      remindedAt: null,
    }
    await ballotStore.insert(ballot, tx)
    await needs.setBallot(needId, ballot._id, tx)
    tx.emit(ballotOpened(ballot))
  })

/** The rules as they stand now: what the association changes later is for later ballots. Anonymous votes have no running results. */
const rulesFor = (method: BallotRules['method'], rules: GroupRules): BallotRules => {
  const { quorumHeadsBp, quorumEurosBp, majorityHeadsBp, majorityEurosBp, proxiesPerHolder, secondRoundDays } = rules
  const isAnonymous = rules.anonymousBallots
  return {
    method,
    quorumHeadsBp,
    quorumEurosBp,
    majorityHeadsBp,
    majorityEurosBp,
    resultsHidden: rules.resultsHidden || isAnonymous,
    isAnonymous,
    proxiesPerHolder,
    secondRoundDays,
  }
}
