import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import type { Visitor } from '../../platform/access/viewer.ts'
import type { Transaction } from '../../platform/mongo/transaction.ts'
import { isInside, maySee } from './find-need.ts'
import type { MergeRecord } from './merge.model.ts'
import { mergeStore } from './merge.store.ts'
import type { NeedRecord } from './need.model.ts'
import { needStore } from './need.store.ts'

export type Both = { kept: NeedRecord; absorbed: NeedRecord }

/** The merge, for those among whom the two needs' firms know each other. @throws NOT_FOUND */
export const findMerge = async (viewer: Visitor, mergeId: string, tx?: Transaction): Promise<{ merge: MergeRecord } & Both> => {
  const merge = await mergeStore.find(mergeId, tx)
  if (!merge) throw new DomainError('NOT_FOUND')
  const both = await bothOf(merge, tx)
  if (!(await isInside(viewer, both.kept, tx)) || !(await maySee(viewer, both.absorbed, tx))) throw new DomainError('NOT_FOUND')
  return { merge, ...both }
}

export const bothOf = async ({ keptId, absorbedId }: MergeRecord, tx?: Transaction): Promise<Both> => {
  const found = await needStore.many([keptId, absorbedId], tx)
  const [kept, absorbed] = [keptId, absorbedId].map((needId) => found.find(({ _id }) => _id === needId))
  if (!kept || !absorbed) throw new DomainError('NOT_FOUND')
  return { kept, absorbed }
}

/** What the rule of merging asks of a need. */
export const mergeableOf = ({ _id, groupId, state, bidCount, content }: NeedRecord) => ({ id: _id, groupId, state, bidCount, content })

/** Always in one order, so that two merges at once wait for each other and do not turn in a circle. */
export const holdBoth = async (needIds: readonly string[], tx: Transaction): Promise<void> => {
  for (const needId of [...needIds].sort()) await needStore.hold(needId, tx)
}
