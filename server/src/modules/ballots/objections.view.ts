import type { ObjectionView } from '@mutuo/shared/ballots/ballot.schema.ts'
import { abilityOf } from '../../platform/access/abilities.ts'
import { no, type Decision } from '../../platform/access/decision.ts'
import { isAssociation, type BallotReader } from './ballot-reader.ts'
import type { ObjectionRecord } from './ballot.model.ts'
import { mayAdopt, mayDecide, mayLift } from './ballot.policy.ts'

/** Objections are read by all who vote. A conflict of interests is said openly; an objection to consent is a vote, and has no name. */
export const presentObjections = (reader: BallotReader): ObjectionView[] =>
  reader.ballot.objections.map((objection) => {
    const { _id, kind, bidId, firmId, reason, raisedAt, reply, state, settled } = objection
    return {
      id: _id,
      kind,
      bidId,
      ...(kind === 'conflict' && { firm: reader.mark(firmId) }),
      isMine: firmId === reader.viewer.organisationId,
      reason,
      raisedAt: raisedAt.toISOString(),
      ...(reply && { reply: { text: reply.text, at: reply.at.toISOString() } }),
      state,
      ...(settled && { settled: { text: settled.text, at: settled.at.toISOString() } }),
      abilities: abilitiesOn(objection, reader),
    }
  })

const abilitiesOn = (objection: ObjectionRecord, reader: BallotReader): ObjectionView['abilities'] => {
  const { ballot, viewer, group } = reader
  const isUnderWay = ballot.state === 'open' || ballot.state === 'held'
  if (!isUnderWay || objection.state !== 'raised') return []
  const unlessFrozen = (decision: Decision) => (decision.allowed && group.state === 'frozen' ? no('GROUP_FROZEN') : decision)
  const isLeader = viewer.organisationId === ballot.leaderId
  return [
    ...(objection.firmId === viewer.organisationId ? [abilityOf('lift', unlessFrozen(mayLift(viewer, ballot)))] : []),
    ...(objection.kind === 'consent' && isLeader ? [abilityOf('adopt', unlessFrozen(mayAdopt(viewer, ballot)))] : []),
    ...(isAssociation(reader) ? [abilityOf('rule', unlessFrozen(mayDecide(viewer, group.associationId)))] : []),
  ]
}
