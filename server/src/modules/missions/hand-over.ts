import { doesMove, sumOfParts } from '@mutuo/shared/missions/hand-over.rules.ts'
import { isPaid } from '@mutuo/shared/missions/mission.rules.ts'
import { shareProcess } from '@mutuo/shared/missions/mission.process.ts'
import { withVat } from '@mutuo/shared/money/vat.ts'
import type { Transaction } from '../../platform/mongo/transaction.ts'
import { contractStore } from './contract.store.ts'
import { drawUpContract } from './draw-up-contract.ts'
import { shareHandedOver } from './drop-out.events.ts'
import { endOpenAmendment } from './expire-amendment.ts'
import type { MilestoneRecord } from './milestone.model.ts'
import type { MissionRecord } from './mission.model.ts'
import { missionStore } from './mission.store.ts'
import type { ShareRecord } from './share.model.ts'

type Passing = {
  mission: MissionRecord
  former: ShareRecord
  line: ShareRecord
  milestones: readonly MilestoneRecord[]
  after: string | null
}

/**
 * The parts of a share become another firm's, HT as they were and with its own VAT: cells, the word on what is delivered, the place among the firms, the
 * next version of the contract. What was accepted stays where it is. An open amendment falls: it was put to other firms. @throws STALE_STATE
 */
export const handOver = async ({ mission, former, line, milestones, after }: Passing, now: Date, tx: Transaction): Promise<void> => {
  const written: MilestoneRecord[] = []
  for (const milestone of milestones) written.push(await passParts(milestone, { former, line, after }, tx))
  const left = written.flatMap(({ lotKind, cells }) =>
    cells.filter((cell) => cell.shareId === former._id).map((cell) => ({ ...cell, lotKind })),
  )
  const rest = sumOfParts(left)
  const isWhole = left.length === 0
  const paidBackMinor = isPaid(former.state) ? former.grossMinor - rest.grossMinor : 0
  await missionStore.changeShare(
    former,
    {
      ...rest,
      takenOffMinor: former.takenOffMinor + paidBackMinor,
      notice: null,
      waterfallStep: null,
      ...(isWhole && { state: shareProcess.moves.reallocate.to, dueBy: null }),
    },
    tx,
  )
  const firmIds = isWhole
    ? mission.firmIds.map((firmId) => (firmId === former.firmId ? line.firmId : firmId))
    : [...mission.firmIds, line.firmId]
  const changed = await missionStore.change(
    mission,
    { firmIds, history: [...mission.history, { at: now, event: 'share.handed_over', by: '' }] },
    tx,
  )
  await redrawContract(changed, written, now, tx)
  await endOpenAmendment(changed, now, tx)
  tx.emit(shareHandedOver(changed, { former, share: line, paidBackMinor }))
}

const passParts = async (
  milestone: MilestoneRecord,
  { former, line, after }: Pick<Passing, 'former' | 'line' | 'after'>,
  tx: Transaction,
): Promise<MilestoneRecord> => {
  const moves = (cell: MilestoneRecord['cells'][number]) => doesMove(milestone, cell, former._id, after)
  if (!milestone.cells.some(moves)) return milestone
  const cells = milestone.cells.map((cell) =>
    moves(cell) ? { ...cell, firmId: line.firmId, shareId: line._id, ...withVat(cell.netMinor, { rateBp: line.vatRateBp }) } : cell,
  )
  const acceptedBy = milestone.acceptedBy.filter((firmId) => firmId !== former.firmId)
  return missionStore.changeMilestone(milestone, { cells, acceptedBy }, tx)
}

const redrawContract = async (mission: MissionRecord, milestones: MilestoneRecord[], now: Date, tx: Transaction): Promise<void> => {
  const version = ((await contractStore.latestLine(mission._id, tx))?.version ?? 0) + 1
  const shares = await missionStore.shares([mission._id], tx)
  await drawUpContract({ mission, shares, milestones, version, amendmentTurn: null, now }, tx)
}
