import { checkVote } from '@mutuo/shared/ballots/ballot.rules.ts'
import type { VoteHand, VotePaper } from '@mutuo/shared/ballots/ballot.schema.ts'
import { consentChange } from '@mutuo/shared/ballots/objection.rules.ts'
import { proxyOf } from '@mutuo/shared/ballots/proxy.rules.ts'
import { v7 as newId } from 'uuid'
import type { Transaction } from '../../platform/mongo/transaction.ts'
import { groups } from '../groups/index.ts'
import { objectionRaised, objectionSettled, voteCast } from './ballot.events.ts'
import type { BallotRecord, ObjectionRecord } from './ballot.model.ts'
import { ballotStore } from './ballot.store.ts'
import { bidsAtVote } from './decide-outcome.ts'
import type { VoteRecord } from './vote.model.ts'

type Given = { firmId: string; paper: VotePaper; hand: VoteHand; userId: string; now: Date }

/** A firm's last word in this round, whoever gives it; what it objects to in consent, and what it takes back, is noted with it. @throws BALLOT_CLOSED, CHOICES_INCOMPLETE, GROUP_FROZEN */
export const takeVote = async (ballot: BallotRecord, given: Given, tx: Transaction): Promise<BallotRecord> => {
  const { firmId, paper, now } = given
  await groups.assertNotFrozen(ballot.groupId, tx)
  checkVote({ ...ballot, method: ballot.rules.method, bidIds: bidsAtVote(ballot) }, paper, now)
  const former = await ballotStore.voteOf(ballot, firmId, tx)
  const objections = objectionsAfter(ballot, given)
  const used = proxyOf(ballot.proxies, firmId)
  const touched = await ballotStore.change(
    ballot,
    {
      votedFirmIds: [...new Set([...ballot.votedFirmIds, firmId])],
      proxies: ballot.proxies.map((proxy) => (proxy === used ? { ...proxy, state: 'used' } : proxy)),
      objections,
    },
    tx,
  )
  await ballotStore.putVote(voteFrom(ballot, given, former), former, tx)
  tx.emit(voteCast(touched, firmId))
  for (const objection of objections.filter((one) => !ballot.objections.includes(one))) {
    if (objection.state === 'lifted') tx.emit(objectionSettled(touched, objection))
    else if (!ballot.objections.some((one) => one._id === objection._id)) tx.emit(objectionRaised(touched, objection))
  }
  return touched
}

const voteFrom = (ballot: BallotRecord, { firmId, paper, hand, userId, now }: Given, former: VoteRecord | null): VoteRecord => ({
  _id: former?._id ?? newId(),
  ballotId: ballot._id,
  groupId: ballot.groupId,
  round: ballot.round,
  firmId,
  abstains: paper.abstains,
  choices: paper.abstains ? [] : paper.choices,
  reason: paper.reason ?? null,
  acts: [...(former?.acts ?? []), { at: now, hand, userId }],
})

const objectionsAfter = (ballot: BallotRecord, { firmId, paper, now }: Given): ObjectionRecord[] => {
  if (ballot.rules.method !== 'consent') return ballot.objections
  const { raised, lifted } = consentChange(ballot.objections, { firmId, ...paper })
  const reason = paper.reason ?? ''
  const kept = ballot.objections.map((objection): ObjectionRecord => {
    if (objection.kind !== 'consent' || objection.firmId !== firmId || objection.state !== 'raised') return objection
    if (lifted.includes(objection.bidId)) return { ...objection, state: 'lifted', settled: { text: '', at: now } }
    return objection.reason === reason ? objection : { ...objection, reason }
  })
  const fresh = raised.map((bidId): ObjectionRecord => ({
    _id: newId(),
    kind: 'consent',
    bidId,
    firmId,
    state: 'raised',
    reason,
    raisedAt: now,
    reply: null,
    settled: null,
  }))
  return [...kept, ...fresh]
}
