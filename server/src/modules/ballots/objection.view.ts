import type { ObjectionForFreelancer } from '@mutuo/shared/ballots/objection.schema.ts'
import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import { abilityOf } from '../../platform/access/abilities.ts'
import { no, yes, type Decision } from '../../platform/access/decision.ts'
import type { Viewer } from '../../platform/access/viewer.ts'
import type { Transaction } from '../../platform/mongo/transaction.ts'
import { groups } from '../groups/index.ts'
import { needs } from '../needs/index.ts'
import { organisations } from '../organisations/index.ts'
import type { BallotRecord, ObjectionRecord } from './ballot.model.ts'
import { ballotStore } from './ballot.store.ts'

type Asked = { ballotId: string; objectionId: string }
export type OwnObjection = { ballot: BallotRecord; objection: ObjectionRecord }

/** A conflict of interests is known to the freelancer whose bid it is about, and to no other bidder. @throws NOT_FOUND */
export const getOwnObjection = async (viewer: Viewer, { ballotId, objectionId }: Asked, tx?: Transaction): Promise<OwnObjection> => {
  const ballot = await ballotStore.find(ballotId, tx)
  const objection = ballot?.objections.find(({ _id, kind }) => _id === objectionId && kind === 'conflict')
  const bid = ballot?.bids.find(({ bidId }) => bidId === objection?.bidId)
  if (!ballot || !objection || !viewer.organisationId || bid?.freelancerId !== viewer.organisationId) throw new DomainError('NOT_FOUND')
  return { ballot, objection }
}

export const mayReply = (viewer: Viewer, ballot: BallotRecord, { state, reply }: ObjectionRecord): Decision => {
  if (viewer.role !== 'owner') return no('OWNER_ONLY')
  const isHeard = (ballot.state === 'open' || ballot.state === 'held') && state === 'raised' && reply === null
  return isHeard ? yes : no('STALE_STATE')
}

export const presentOwnObjection = async ({ ballot, objection }: OwnObjection, viewer: Viewer): Promise<ObjectionForFreelancer> => {
  const [group, need] = await Promise.all([groups.get(ballot.groupId), needs.get(ballot.needId)])
  const marks = await organisations.marksOf([group.associationId, objection.firmId])
  const [association, firm] = [marks.get(group.associationId), marks.get(objection.firmId)]
  if (!association || !firm) throw new Error('an objection of nobody')
  const { _id, reason, raisedAt, reply, state, settled } = objection
  return {
    id: _id,
    ballotId: ballot._id,
    needId: ballot.needId,
    needTitle: need.content.title,
    association: association.name,
    firm,
    reason,
    raisedAt: raisedAt.toISOString(),
    ...(reply && { reply: { text: reply.text, at: reply.at.toISOString() } }),
    state,
    ...(settled && { settled: { text: settled.text, at: settled.at.toISOString() } }),
    abilities: state === 'raised' && !reply ? [abilityOf('reply', mayReply(viewer, ballot, objection))] : [],
  }
}
