import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import type { agreeToMerge as agreeEndpoint, declineMerge as declineEndpoint } from '@mutuo/shared/needs/merge.endpoints.ts'
import { mergeProcess } from '@mutuo/shared/needs/merge.process.ts'
import { checkMergeable, standingOfMerge } from '@mutuo/shared/needs/merge.rules.ts'
import { canMove } from '@mutuo/shared/process/process.ts'
import { allow } from '../../platform/access/decision.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { groups } from '../groups/index.ts'
import { findMerge, mergeableOf } from './find-merge.ts'
import { mergeAgreed, mergeDeclined } from './merge.events.ts'
import { mayReply } from './merge.policy.ts'
import { mergeStore } from './merge.store.ts'
import { participation } from './participation.ts'
import { settleMerge } from './settle-merge.ts'

const { agree, decline } = mergeProcess.moves

/**
 * The other leader agrees: from now on the firms of the absorbed need are asked. Where nobody has to be asked, the merge is done at once.
 * @throws NOT_FOUND, OTHER_LEADER_ONLY, OWNER_ONLY, GROUP_FROZEN, STALE_STATE, DEADLINE_PAST, NEED_NOT_OPEN, MERGE_AFTER_BIDS
 */
export const agreeToMerge = ({ viewer, input, now }: Call<typeof agreeEndpoint>) =>
  transaction(async (tx) => {
    const { merge, kept, absorbed } = await findMerge(viewer, input.mergeId, tx)
    allow(mayReply(viewer, merge))
    await groups.assertNotFrozen(merge.groupId, tx)
    if (merge.version !== input.version || !canMove(mergeProcess, merge.state, 'agree', 'other')) throw new DomainError('STALE_STATE')
    if (now >= merge.answersBy) throw new DomainError('DEADLINE_PAST')
    checkMergeable(mergeableOf(kept), mergeableOf(absorbed), now)
    const agreed = await mergeStore.change(merge, { state: agree.to }, tx)
    const firmIds = await participation().liveFirmIds(absorbed._id, tx)
    tx.emit(mergeAgreed(agreed, standingOfMerge(firmIds, [], absorbed.leaderId).waiting))
    return settleMerge(agreed, now, tx)
  })

/** The other leader prefers two needs. @throws NOT_FOUND, OTHER_LEADER_ONLY, OWNER_ONLY, GROUP_FROZEN, STALE_STATE */
export const declineMerge = ({ viewer, input }: Call<typeof declineEndpoint>) =>
  transaction(async (tx) => {
    const { merge } = await findMerge(viewer, input.mergeId, tx)
    allow(mayReply(viewer, merge))
    await groups.assertNotFrozen(merge.groupId, tx)
    if (merge.version !== input.version || !canMove(mergeProcess, merge.state, 'decline', 'other')) throw new DomainError('STALE_STATE')
    const declined = await mergeStore.change(merge, { state: decline.to }, tx)
    tx.emit(mergeDeclined(declined))
    return declined
  })
