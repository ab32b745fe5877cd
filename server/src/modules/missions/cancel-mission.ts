import type { cancelMission as endpoint } from '@mutuo/shared/missions/mission.endpoints.ts'
import { missionProcess, shareProcess } from '@mutuo/shared/missions/mission.process.ts'
import { decideCancellation } from '@mutuo/shared/missions/mission.rules.ts'
import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import { canMove } from '@mutuo/shared/process/process.ts'
import { allow } from '../../platform/access/decision.ts'
import { audit } from '../../platform/audit/audit.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { transaction, type Transaction } from '../../platform/mongo/transaction.ts'
import { groups } from '../groups/index.ts'
import { lapseOffer } from './end-offer.ts'
import { findMission } from './find-mission.ts'
import type { MilestoneRecord } from './milestone.model.ts'
import { missionCancelled } from './mission.events.ts'
import type { MissionRecord } from './mission.model.ts'
import { mayCancel } from './mission.policy.ts'
import { missionStore } from './mission.store.ts'
import type { ShareRecord } from './share.model.ts'

/**
 * The mission ends: what was accepted stays paid, every other part goes back to the firm that paid it, and nobody has anything left to pay.
 * @throws NOT_FOUND, ASSOCIATION_ONLY, OWNER_ONLY, GROUP_FROZEN, STALE_STATE
 */
export const cancelMission = ({ viewer, input, now, ip }: Call<typeof endpoint>) =>
  transaction(async (tx) => {
    const mission = await findMission(viewer, input.missionId, tx)
    allow(mayCancel(viewer, mission))
    await groups.assertNotFrozen(mission.groupId, tx)
    if (mission.version !== input.version || !canMove(missionProcess, mission.state, 'cancel', 'association'))
      throw new DomainError('STALE_STATE')
    for (const milestone of await missionStore.milestones([mission._id], tx)) await giveBack(milestone, now, tx)
    for (const line of await missionStore.lines([mission._id], tx)) await letGo(mission, line, now, tx)
    const cancelled = await missionStore.change(
      mission,
      { state: 'cancelled', endedAt: now, history: [...mission.history, { at: now, event: 'mission.cancelled', by: viewer.name }] },
      tx,
    )
    await audit({ actor: viewer, action: 'mission.cancel', object: `mission:${mission._id}`, after: { reason: input.reason }, ip }, tx)
    tx.emit(missionCancelled(cancelled, input.reason))
    return cancelled
  })

/** Nobody has anything left to pay, nor is anybody looked for to pay it. */
const letGo = async (mission: MissionRecord, line: ShareRecord, now: Date, tx: Transaction): Promise<void> => {
  const isGivenUp = canMove(shareProcess, line.state, 'giveUp', 'system')
  if (isGivenUp) await missionStore.changeShare(line, { state: 'failed', dueBy: null, waterfallStep: null, notice: null }, tx)
  else if (line.waterfallStep || line.notice) await missionStore.changeShare(line, { waterfallStep: null, notice: null }, tx)
  if (isGivenUp && line.comesInFor) await lapseOffer(mission, line.comesInFor.offerId, now, tx)
}

const giveBack = async (milestone: MilestoneRecord, now: Date, tx: Transaction): Promise<void> => {
  const decided = decideCancellation(milestone)
  if (!decided) return
  const { state, refundedFirmIds } = decided
  const cells = milestone.cells.map((cell) => (refundedFirmIds.includes(cell.firmId) ? { ...cell, state: 'refunded' as const } : cell))
  await missionStore.changeMilestone(milestone, { state, cells, remindAt: null, ...(state === 'released' && { releasedAt: now }) }, tx)
}
