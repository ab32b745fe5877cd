import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import type { withdrawMerge as endpoint } from '@mutuo/shared/needs/merge.endpoints.ts'
import { mergeProcess } from '@mutuo/shared/needs/merge.process.ts'
import { canMove } from '@mutuo/shared/process/process.ts'
import { allow } from '../../platform/access/decision.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { groups } from '../groups/index.ts'
import { findMerge } from './find-merge.ts'
import { mergeWithdrawn } from './merge.events.ts'
import { mayWithdrawMerge } from './merge.policy.ts'
import { mergeStore } from './merge.store.ts'
import { participation } from './participation.ts'

/** Who proposed thinks better of it, as long as it is not done: both needs stay as they are. @throws NOT_FOUND, PROPOSER_ONLY, OWNER_ONLY, GROUP_FROZEN, STALE_STATE */
export const withdrawMerge = ({ viewer, input }: Call<typeof endpoint>) =>
  transaction(async (tx) => {
    const { merge } = await findMerge(viewer, input.mergeId, tx)
    allow(mayWithdrawMerge(viewer, merge))
    await groups.assertNotFrozen(merge.groupId, tx)
    if (merge.version !== input.version || !canMove(mergeProcess, merge.state, 'withdraw', 'proposer')) throw new DomainError('STALE_STATE')
    const withdrawn = await mergeStore.change(merge, { state: mergeProcess.moves.withdraw.to }, tx)
    tx.emit(mergeWithdrawn(withdrawn, merge.state === 'agreed' ? await participation().liveFirmIds(merge.absorbedId, tx) : []))
    return withdrawn
  })
