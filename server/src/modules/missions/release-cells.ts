import type { Acceptance } from '@mutuo/shared/missions/mission.rules.ts'
import type { Transaction } from '../../platform/mongo/transaction.ts'
import type { MilestoneRecord } from './milestone.model.ts'
import { cellsAccepted, milestoneAccepted } from './mission.events.ts'
import type { MissionRecord } from './mission.model.ts'
import { missionStore } from './mission.store.ts'

/** Writes what an acceptance changes, and tells billing whose parts are due. @throws STALE_STATE */
export const applyAcceptance = async (
  mission: MissionRecord,
  milestone: MilestoneRecord,
  acceptance: Acceptance,
  how: { now: Date; isTacit: boolean },
  tx: Transaction,
): Promise<MilestoneRecord> => {
  const isAccepted = acceptance.isMilestoneAccepted
  const changed = await missionStore.changeMilestone(
    milestone,
    {
      acceptedBy: acceptance.acceptedBy,
      cells: milestone.cells.map((cell) =>
        acceptance.releasedFirmIds.includes(cell.firmId) && cell.state === 'retained' ? { ...cell, state: 'accepted' as const } : cell,
      ),
      ...(isAccepted && { state: 'accepted' as const, acceptedAt: how.now }),
    },
    tx,
  )
  if (acceptance.releasedFirmIds.length > 0) tx.emit(cellsAccepted(mission, changed, acceptance.releasedFirmIds))
  if (isAccepted) tx.emit(milestoneAccepted(mission, changed, how.isTacit))
  return changed
}
