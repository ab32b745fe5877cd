import { isOpenAmendment } from '@mutuo/shared/missions/amendment.process.ts'
import { isOutdated } from '@mutuo/shared/missions/amendment.rules.ts'
import { shareProcess } from '@mutuo/shared/missions/mission.process.ts'
import { canMove } from '@mutuo/shared/process/process.ts'
import { transaction, type Transaction } from '../../platform/mongo/transaction.ts'
import { amendmentExpired } from './amendment.events.ts'
import type { AmendmentRecord } from './amendment.model.ts'
import { amendmentStore } from './amendment.store.ts'
import type { MissionRecord } from './mission.model.ts'
import { missionStore } from './mission.store.ts'
import { amendable } from './revise-mission.ts'

/**
 * An open amendment comes to nothing and the contract stays as it is: nobody has anything left to pay for it, and what was paid for it goes back. What the
 * bank is still answering goes back when it comes in.
 */
export const endAmendment = async (mission: MissionRecord, amendment: AmendmentRecord, now: Date, tx: Transaction): Promise<void> => {
  const ended = await amendmentStore.change(amendment, { state: 'expired', settledAt: now }, tx)
  for (const line of await missionStore.rises(amendment._id, tx)) {
    if (canMove(shareProcess, line.state, 'giveUp', 'system'))
      await missionStore.changeShare(line, { state: shareProcess.moves.giveUp.to, dueBy: null }, tx)
  }
  tx.emit(amendmentExpired(mission, ended))
}

/** The one that is open, if there is one. */
export const endOpenAmendment = async (mission: MissionRecord, now: Date, tx: Transaction): Promise<void> => {
  const latest = await amendmentStore.latest(mission._id, tx)
  if (latest && isOpenAmendment(latest.state)) await endAmendment(mission, latest, now, tx)
}

/** Firms are being charged for it. */
export const endCollecting = async (mission: MissionRecord, now: Date, tx: Transaction): Promise<void> => {
  const latest = await amendmentStore.latest(mission._id, tx)
  if (latest?.state === 'collecting') await endAmendment(mission, latest, now, tx)
}

/** The mission has moved on: an amendment of what is accepted, contested or over falls, so that another can be proposed. */
export const expireOutdated = (missionId: string, now: Date) =>
  transaction(async (tx) => {
    const amendment = await amendmentStore.latest(missionId, tx)
    const mission = await missionStore.find(missionId, tx)
    if (!mission || !amendment || !isOpenAmendment(amendment.state)) return
    const milestones = await missionStore.milestones([missionId], tx)
    if (mission.state === 'active' && !isOutdated(amendment.changes, milestones.map(amendable))) return
    await endAmendment(mission, amendment, now, tx)
  })

/** Its time is over without agreement. */
export const expireDue = (amendmentId: string, now: Date) =>
  transaction(async (tx) => {
    const amendment = await amendmentStore.find(amendmentId, tx)
    const mission = amendment && (await missionStore.find(amendment.missionId, tx))
    if (!mission || amendment.state !== 'proposed' || amendment.expiresAt > now) return
    await endAmendment(mission, amendment, now, tx)
  })
