import type { JobCall } from '../../platform/jobs/define-job.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { groups } from '../groups/index.ts'
import { mergeStore } from './merge.store.ts'
import { settleMerge } from './settle-merge.ts'

const BATCH = 50

/** The date until which firms could answer is there: merges are done or lapse. While its group is frozen a merge waits. */
export const settleDueMerges = async ({ now }: JobCall): Promise<void> => {
  for (const { _id } of await mergeStore.due(now, BATCH)) await settleDueMerge(_id, now)
}

const settleDueMerge = (mergeId: string, now: Date) =>
  transaction(async (tx) => {
    const merge = await mergeStore.find(mergeId, tx)
    if (!merge || (await groups.isFrozen(merge.groupId, tx))) return
    await settleMerge(merge, now, tx)
  })
