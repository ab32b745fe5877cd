import type { MergeRecord } from './merge.model.ts'

const about = ({ _id, groupId, keptId, absorbedId, proposerId, otherId, answersBy }: MergeRecord) => ({
  mergeId: _id,
  groupId,
  keptId,
  absorbedId,
  proposerId,
  otherId,
  answersBy: answersBy.toISOString(),
})
export type MergeEventData = ReturnType<typeof about>

/** Ids only: what a firm promises is its own. Events of a merge come in order. */
const mergeEvent = <N extends string, M extends object>(name: N, merge: MergeRecord, more: M) => ({
  name,
  key: merge._id,
  data: { ...about(merge), ...more },
})

export const mergeProposed = (merge: MergeRecord) => mergeEvent('merge.proposed', merge, {})
/** `firmIds`: whose answer is awaited. */
export const mergeAgreed = (merge: MergeRecord, firmIds: string[]) => mergeEvent('merge.agreed', merge, { firmIds })
export const mergeAnswered = (merge: MergeRecord) => mergeEvent('merge.answered', merge, {})
export const mergeDeclined = (merge: MergeRecord) => mergeEvent('merge.declined', merge, {})
/** `firmIds`: those who had joined the need that was to be absorbed. */
export const mergeWithdrawn = (merge: MergeRecord, firmIds: string[]) => mergeEvent('merge.withdrawn', merge, { firmIds })
export const mergeLapsed = (merge: MergeRecord, firmIds: string[]) => mergeEvent('merge.lapsed', merge, { firmIds })
/** `movedFirmIds`: whose pledge came along. */
export const mergeDone = (merge: MergeRecord, movedFirmIds: string[]) => mergeEvent('merge.done', merge, { movedFirmIds })
