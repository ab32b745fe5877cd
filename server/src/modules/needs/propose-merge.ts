import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import type { proposeMerge as endpoint } from '@mutuo/shared/needs/merge.endpoints.ts'
import { checkAnswersBy, checkMergeable } from '@mutuo/shared/needs/merge.rules.ts'
import { allow } from '../../platform/access/decision.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { duplicateKeyOf } from '../../platform/mongo/duplicate-key.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { groups } from '../groups/index.ts'
import { findNeed } from './find-need.ts'
import { holdBoth, mergeableOf } from './find-merge.ts'
import { mergeProposed } from './merge.events.ts'
import type { MergeRecord } from './merge.model.ts'
import { mergeStore } from './merge.store.ts'
import { mayPublish } from './need.policy.ts'

/**
 * The leader of a need proposes to make one of it and of another one of the group. Nothing moves yet. The same id twice is the same proposal.
 * @throws NOT_FOUND, LEADER_ONLY, OWNER_ONLY, GROUP_FROZEN, MERGE_WITH_ITSELF, MERGE_ACROSS_GROUPS, MERGE_AFTER_BIDS, MERGE_ALREADY_OPEN,
 * MERGE_DATE_TOO_LATE, NEED_NOT_OPEN, DEADLINE_PAST, ALREADY_EXISTS
 */
export const proposeMerge = async (call: Call<typeof endpoint>): Promise<MergeRecord> => {
  try {
    return await propose(call)
  } catch (error) {
    if (duplicateKeyOf(error)) return propose(call)
    throw error
  }
}

const propose = ({ viewer, input, now }: Call<typeof endpoint>) =>
  transaction(async (tx) => {
    const mine = await findNeed(viewer, input.needId, tx)
    allow(mayPublish(viewer, mine))
    const other = await findNeed(viewer, input.otherNeedId, tx)
    const made = await mergeStore.find(input.id, tx)
    if (made) {
      if (!made.needIds.includes(mine._id) || made.proposerId !== mine.leaderId) throw new DomainError('ALREADY_EXISTS')
      return made
    }
    await groups.assertNotFrozen(mine.groupId, tx)
    checkMergeable(mergeableOf(mine), mergeableOf(other), now)
    const answersBy = new Date(input.answersBy)
    checkAnswersBy(answersBy, [mine.closesAt, other.closesAt], now)
    // Of two proposals at once the second one conflicts here, and finds the first when it is tried again.
    await holdBoth([mine._id, other._id], tx)
    if ((await mergeStore.openOf([mine._id, other._id], tx)).length > 0) throw new DomainError('MERGE_ALREADY_OPEN')
    const [kept, absorbed] = input.keeps === 'mine' ? [mine, other] : [other, mine]
    const merge: MergeRecord = {
      _id: input.id,
      groupId: mine.groupId,
      keptId: kept._id,
      absorbedId: absorbed._id,
      needIds: [kept._id, absorbed._id],
      proposerId: mine.leaderId,
      otherId: other.leaderId,
      state: 'proposed',
      version: 1,
      message: input.message,
      answersBy,
      answers: [],
      proposedAt: now,
    }
    await mergeStore.insert(merge, tx)
    tx.emit(mergeProposed(merge))
    return merge
  })
