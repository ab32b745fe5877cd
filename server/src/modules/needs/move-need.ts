import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import { needProcess } from '@mutuo/shared/needs/need.process.ts'
import { canMove, type MoveOf } from '@mutuo/shared/process/process.ts'
import { now } from '../../platform/clock.ts'
import type { DomainEvent, Transaction } from '../../platform/mongo/transaction.ts'
import {
  biddingOpened,
  bidsClosed,
  needAwarded,
  needBrokenOff,
  needCancelled,
  needExpired,
  needFinished,
  needMerged,
  needPublished,
  needSentBack,
  needSubmitted,
  votingOpened,
} from './need.events.ts'
import type { NeedRecord } from './need.model.ts'
import { needStore } from './need.store.ts'

export type NeedMove = MoveOf<typeof needProcess>
/** Who moves, why, and what changes with the state. `by` is an organisation's id, or empty for the system. */
type How = { actor: 'leader' | 'association' | 'system'; by: string; at: Date; reason?: string; set?: Partial<NeedRecord> }

const events: Record<NeedMove, (need: NeedRecord, reason: string) => DomainEvent> = {
  submit: needSubmitted,
  publish: needPublished,
  approve: needPublished,
  sendBack: needSentBack,
  openBidding: biddingOpened,
  closeBids: bidsClosed,
  openVote: votingOpened,
  award: needAwarded,
  finish: needFinished,
  breakOff: needBrokenOff,
  absorb: needMerged,
  expire: needExpired,
  cancel: needCancelled,
}

/** One step of a need's life: checked by its graph, guarded, noted in its history, told to everybody who listens. @throws STALE_STATE */
export const moveNeed = async (need: NeedRecord, move: NeedMove, how: How, tx: Transaction): Promise<NeedRecord> => {
  const { actor, by, at, reason = '', set } = how
  if (!canMove(needProcess, need.state, move, actor)) throw new DomainError('STALE_STATE')
  const { to } = needProcess.moves[move]
  const isListed = move === 'publish' || move === 'approve'
  const moved = await needStore.change(
    need,
    { state: to, ...(isListed && { listedAt: at }), ...set },
    { at, event: events[move](need, reason).name, by },
    tx,
  )
  tx.emit(events[move](moved, reason))
  return moved
}

/** The same by the system, for later modules. */
export const moveBySystem = async (needId: string, move: NeedMove, tx: Transaction, set?: Partial<NeedRecord>): Promise<NeedRecord> => {
  const need = await needStore.find(needId, tx)
  if (!need) throw new DomainError('NOT_FOUND')
  return moveNeed(need, move, { actor: 'system', by: '', at: now(), ...(set && { set }) }, tx)
}
