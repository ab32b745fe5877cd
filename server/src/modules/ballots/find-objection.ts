import { objectionProcess } from '@mutuo/shared/ballots/objection.process.ts'
import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import { canMove, type MoveOf } from '@mutuo/shared/process/process.ts'
import type { BallotRecord, ObjectionRecord } from './ballot.model.ts'

/** @throws NOT_FOUND */
export const findObjection = ({ objections }: BallotRecord, objectionId: string): ObjectionRecord => {
  const objection = objections.find(({ _id }) => _id === objectionId)
  if (!objection) throw new DomainError('NOT_FOUND')
  return objection
}

type Settling = { move: MoveOf<typeof objectionProcess>; actor: 'author' | 'leader' | 'association'; text: string; at: Date }

/** The objections with one of them settled, while nothing of the vote has been counted for good. @throws STALE_STATE */
export const settleObjection = (ballot: BallotRecord, objection: ObjectionRecord, { move, actor, text, at }: Settling) => {
  const isUnderWay = ballot.state === 'open' || ballot.state === 'held'
  if (!isUnderWay || !canMove(objectionProcess, objection.state, move, actor)) throw new DomainError('STALE_STATE')
  const settled: ObjectionRecord = { ...objection, state: objectionProcess.moves[move].to, settled: { text, at } }
  return { settled, objections: ballot.objections.map((one) => (one === objection ? settled : one)) }
}
