import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import { mergeProcess } from '@mutuo/shared/needs/merge.process.ts'
import { checkMergeable, isMergeRipe, standingOfMerge } from '@mutuo/shared/needs/merge.rules.ts'
import type { Transaction } from '../../platform/mongo/transaction.ts'
import { bothOf, holdBoth, mergeableOf, type Both } from './find-merge.ts'
import { mergeDone, mergeLapsed } from './merge.events.ts'
import type { MergeRecord } from './merge.model.ts'
import { mergeStore } from './merge.store.ts'
import { moveNeed } from './move-need.ts'
import { participation } from './participation.ts'

const { complete, lapse } = mergeProcess.moves

/**
 * Ends a merge whose time has come, all at once or not at all: who said yes comes along, who did not is free, the absorbed need is over. What can no
 * longer be done lapses; what still waits for somebody stays as it is.
 */
export const settleMerge = async (merge: MergeRecord, now: Date, tx: Transaction): Promise<MergeRecord> => {
  const isOver = now >= merge.answersBy
  if (merge.state === 'proposed') return isOver ? lapseMerge(merge, tx) : merge
  if (merge.state !== 'agreed') return merge
  const both = await bothOf(merge, tx)
  const firmIds = await participation().liveFirmIds(merge.absorbedId, tx)
  const standing = standingOfMerge(firmIds, merge.answers, both.absorbed.leaderId)
  if (!isMergeRipe(standing, merge.answersBy, now)) return merge
  if (!isMergeable(both, now)) return lapseMerge(merge, tx)
  await holdBoth(merge.needIds, tx)
  const movedFirmIds = await participation().movePledges(both.absorbed, both.kept, standing.accepted, tx)
  await moveNeed(both.absorbed, 'absorb', { actor: 'system', by: '', at: now }, tx)
  const merged = await mergeStore.change(merge, { state: complete.to }, tx)
  tx.emit(mergeDone(merged, movedFirmIds))
  return merged
}

const isMergeable = ({ kept, absorbed }: Both, now: Date): boolean => {
  try {
    checkMergeable(mergeableOf(kept), mergeableOf(absorbed), now)
    return true
  } catch (error) {
    if (error instanceof DomainError) return false
    throw error
  }
}

/** The two needs stay as they are; those who were asked are told. */
export const lapseMerge = async (merge: MergeRecord, tx: Transaction): Promise<MergeRecord> => {
  const lapsed = await mergeStore.change(merge, { state: lapse.to }, tx)
  tx.emit(mergeLapsed(lapsed, merge.state === 'agreed' ? await participation().liveFirmIds(merge.absorbedId, tx) : []))
  return lapsed
}
