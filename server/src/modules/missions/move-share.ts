import { amountsToTake, handsOverPaid, isUntouched } from '@mutuo/shared/missions/hand-over.rules.ts'
import { shareProcess } from '@mutuo/shared/missions/mission.process.ts'
import { isOwed, isPayable } from '@mutuo/shared/missions/mission.rules.ts'
import { nextStep } from '@mutuo/shared/missions/waterfall.rules.ts'
import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import { canMove, type MoveOf } from '@mutuo/shared/process/process.ts'
import type { Transaction } from '../../platform/mongo/transaction.ts'
import { endOffer, lapseOffer } from './end-offer.ts'
import { handOver } from './hand-over.ts'
import { missionStarted, shareMoved } from './mission.events.ts'
import type { MissionRecord } from './mission.model.ts'
import { missionStore } from './mission.store.ts'
import { shareOfferStore } from './share-offer.store.ts'
import { isCollected, loseRise, payRise } from './pay-rise.ts'
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
  if (move === 'pay' && share.raises) return payRise(mission, share, share.raises, at.now, tx)
  if (move === 'pay' && share.comesInFor) return comeIn(mission, share, share.comesInFor, at.now, tx)
  const isCalledOff = mission.state === 'cancelled' || (share.raises ? !(await isCollected(share.raises, tx)) : false)
  const state = stateAfter(move, isCalledOff)
  const moved = await missionStore.changeShare(share, { state, ...datesOf(move, at, share), ...stepOf(state, share, mission) }, tx)
  tx.emit(shareMoved(mission, moved))
  if (state === 'failed' && share.raises) await loseRise(mission, share.raises, at.now, tx)
  if (state === 'failed' && share.comesInFor) await lapseOffer(mission, share.comesInFor.offerId, at.now, tx)
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

/**
 * Who takes a paid share over has paid: its parts become the payer's own, and the former firm is given back what it had paid for them. Where they have
 * moved on meanwhile, the payment is not counted, so that it goes back. The number of paid shares stays what it was.
 */
const comeIn = async (
  mission: MissionRecord,
  line: ShareRecord,
  { shareId, offerId, after }: NonNullable<ShareRecord['comesInFor']>,
  now: Date,
  tx: Transaction,
): Promise<boolean> => {
  const [former, offer] = [await missionStore.share(shareId, tx), await shareOfferStore.find(offerId, tx)]
  const milestones = await missionStore.milestones([mission._id], tx)
  const amounts = amountsToTake(milestones, { shareId, after }, { rateBp: line.vatRateBp })
  const isSame = amounts.grossMinor === line.grossMinor && (after !== null || isUntouched(milestones, shareId))
  const isOpen = mission.state === 'collecting' || mission.state === 'active'
  if (!former || !offer || !isOpen || !isSame || !handsOverPaid(former.state)) {
    tx.emit(shareMoved(mission, await missionStore.changeShare(line, { state: shareProcess.moves.turnAway.to, dueBy: null }, tx)))
    await lapseOffer(mission, offerId, now, tx)
    return false
  }
  const paid = await missionStore.changeShare(line, { state: 'paid', paidAt: now, dueBy: null, comesInFor: null }, tx)
  await handOver({ mission, former, line: paid, milestones, after }, now, tx)
  await endOffer({ mission, offer }, 'take', { settledAt: now }, tx)
  tx.emit(shareMoved(mission, paid))
  return true
}

/** Of a cancelled mission, and of an amendment that came to nothing, nobody has anything left to pay: what could not be taken is given up. */
const stateAfter = (move: ShareMove, isCalledOff: boolean) => {
  const { to } = shareProcess.moves[move]
  return isCalledOff && isPayable(to) ? 'failed' : to
}

/** A share that is not paid in its days of grace is looked for elsewhere; one that only would have come in is not. */
const stepOf = (state: ShareRecord['state'], share: ShareRecord, mission: MissionRecord): Partial<ShareRecord> =>
  state === 'failed' && mission.state === 'collecting' && isOwed(share) ? { waterfallStep: nextStep('grace'), dueBy: null } : {}

/** Grace runs from the first failure and is not lengthened by later ones. */
const datesOf = (move: ShareMove, at: { now: Date; dueBy?: Date }, share: ShareRecord): Partial<ShareRecord> => {
  if (move === 'pay') return { paidAt: at.now, dueBy: null }
  return at.dueBy && share.dueBy === null ? { dueBy: at.dueBy } : {}
}
