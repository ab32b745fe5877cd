import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import type { Transaction } from '../../platform/mongo/transaction.ts'
import { milestoneReleased, missionCompleted } from './mission.events.ts'
import { missionStore } from './mission.store.ts'

/** A firm's part has reached the freelancer. With the last part the milestone is released; with the last milestone the mission is complete. */
export const recordTransfer = async (
  part: { missionId: string; milestoneId: string; firmId: string; transferredMinor: number; now: Date },
  tx: Transaction,
): Promise<void> => {
  const [mission, milestone] = [
    await missionStore.find(part.missionId, tx),
    await missionStore.milestone(part.missionId, part.milestoneId, tx),
  ]
  if (!mission || !milestone) throw new DomainError('NOT_FOUND')
  const cell = milestone.cells.find(({ firmId }) => firmId === part.firmId)
  if (!cell || !['accepted', 'blocked'].includes(cell.state)) return
  const cells = milestone.cells.map((each) =>
    each === cell ? { ...each, state: 'transferred' as const, transferredMinor: part.transferredMinor } : each,
  )
  const isReleased = milestone.state === 'accepted' && cells.every(({ state }) => state === 'transferred' || state === 'refunded')
  const changed = await missionStore.changeMilestone(
    milestone,
    { cells, ...(isReleased && { state: 'released' as const, releasedAt: part.now }) },
    tx,
  )
  if (!isReleased) return
  tx.emit(milestoneReleased(mission, changed))
  const openMilestones = mission.openMilestones - 1
  const isComplete = openMilestones === 0 && mission.state === 'active'
  const counted = await missionStore.change(
    mission,
    {
      openMilestones,
      ...(isComplete && {
        state: 'completed' as const,
        endedAt: part.now,
        history: [...mission.history, { at: part.now, event: 'mission.completed', by: '' }],
      }),
    },
    tx,
  )
  if (isComplete) tx.emit(missionCompleted(counted))
}

/** The freelancer's account cannot receive now: the part waits, and is shown as waiting. */
export const recordBlocked = async (part: { missionId: string; milestoneId: string; firmId: string }, tx: Transaction): Promise<void> => {
  const milestone = await missionStore.milestone(part.missionId, part.milestoneId, tx)
  if (!milestone) throw new DomainError('NOT_FOUND')
  const cells = milestone.cells.map((cell) =>
    cell.firmId === part.firmId && cell.state === 'accepted' ? { ...cell, state: 'blocked' as const } : cell,
  )
  await missionStore.changeMilestone(milestone, { cells }, tx)
}
