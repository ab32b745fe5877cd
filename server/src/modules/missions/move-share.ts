import { shareProcess } from '@mutuo/shared/missions/mission.process.ts'
import { isPayable } from '@mutuo/shared/missions/mission.rules.ts'
import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import { canMove, type MoveOf } from '@mutuo/shared/process/process.ts'
import type { Transaction } from '../../platform/mongo/transaction.ts'
import { missionStarted, shareMoved } from './mission.events.ts'
import type { MissionRecord } from './mission.model.ts'
import { missionStore } from './mission.store.ts'
import type { ShareRecord } from './share.model.ts'

export type ShareMove = MoveOf<typeof shareProcess>

/**
 * Billing says what became of a share's money. A move that the share's state does not allow any more changes nothing and answers false:
 * an older message never lowers a newer state. The last payment starts the mission, once.
 */
export const moveShare = async (shareId: string, move: ShareMove, at: { now: Date; dueBy?: Date }, tx: Transaction): Promise<boolean> => {
  const share = await missionStore.share(shareId, tx)
  if (!share) throw new DomainError('NOT_FOUND')
  if (!canMove(shareProcess, share.state, move, 'system')) return false
  const mission = await missionStore.find(share.missionId, tx)
  if (!mission) throw new Error(`share ${shareId} has no mission`)
  const moved = await missionStore.changeShare(share, { state: stateAfter(move, mission), ...datesOf(move, at, share) }, tx)
  tx.emit(shareMoved(mission, moved))
  if (move === 'pay' && mission.state === 'collecting') {
    const paidShares = mission.paidShares + 1
    const isComplete = paidShares === mission.firmIds.length
    const counted = await missionStore.change(
      mission,
      {
        paidShares,
        ...(isComplete && {
          state: 'active' as const,
          startedAt: at.now,
          history: [...mission.history, { at: at.now, event: 'mission.started', by: '' }],
        }),
      },
      tx,
    )
    if (isComplete) tx.emit(missionStarted(counted))
  }
  return true
}

/** Of a cancelled mission nobody has anything left to pay: what could not be taken is given up. */
const stateAfter = (move: ShareMove, mission: MissionRecord) => {
  const { to } = shareProcess.moves[move]
  return mission.state === 'cancelled' && isPayable(to) ? 'failed' : to
}

/** Grace runs from the first failure and is not lengthened by later ones. */
const datesOf = (move: ShareMove, at: { now: Date; dueBy?: Date }, share: ShareRecord): Partial<ShareRecord> => {
  if (move === 'pay') return { paidAt: at.now, dueBy: null }
  return at.dueBy && share.dueBy === null ? { dueBy: at.dueBy } : {}
}
