import { pledgeProcess } from '@mutuo/shared/pledges/pledge.process.ts'
import type { Transaction } from '../../platform/mongo/transaction.ts'
import type { NeedRecord } from '../needs/index.ts'
import { noteProgress } from './candidates.ts'
import { pledgeMerged, pledgeReleased } from './pledge.events.ts'
import { checkTerms } from './pledge-terms.ts'
import { LIVE, pledgeStore } from './pledge.store.ts'

/** Whether a firm's pledge, as it is, could stand in another need. @throws what makePledge throws of a pledge's terms */
export const checkPledgeMove = async (firmId: string, fromNeedId: string, to: NeedRecord, tx: Transaction): Promise<void> => {
  const pledge = await pledgeStore.ofFirmIn(firmId, fromNeedId, LIVE, tx)
  if (pledge) await checkTerms(to, firmId, pledge, tx)
}

/**
 * Two needs become one: the pledges of these firms come along as they are, cap, conditions and card; who has pledged there already keeps that pledge; every
 * other firm is free. Answers the firms whose pledge came along.
 */
export const mergePledges = async (from: NeedRecord, to: NeedRecord, firmIds: readonly string[], tx: Transaction): Promise<string[]> => {
  const [leaving, there] = [await pledgeStore.ofNeeds([from._id], LIVE, tx), await pledgeStore.ofNeeds([to._id], LIVE, tx)]
  const comesAlong = (firmId: string) => firmIds.includes(firmId) && !there.some((pledge) => pledge.firmId === firmId)
  const moved = leaving.filter((pledge) => comesAlong(pledge.firmId))
  const freed = leaving.filter((pledge) => !comesAlong(pledge.firmId))
  await pledgeStore.moveToNeed(moved, to._id, tx)
  await pledgeStore.moveAll(freed, pledgeProcess.moves.release.to, tx)
  await noteProgress(from, tx)
  await noteProgress(to, tx)
  for (const pledge of moved) tx.emit(pledgeMerged({ ...pledge, needId: to._id }, from._id))
  for (const pledge of freed) tx.emit(pledgeReleased(pledge, 'need_merged'))
  return moved.map((pledge) => pledge.firmId)
}
