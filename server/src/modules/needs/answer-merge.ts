import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import type { answerMerge as endpoint } from '@mutuo/shared/needs/merge.endpoints.ts'
import { mergeProcess } from '@mutuo/shared/needs/merge.process.ts'
import { canMove } from '@mutuo/shared/process/process.ts'
import { organisationOf } from '../../platform/access/acting-for.ts'
import { allow } from '../../platform/access/decision.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { groups } from '../groups/index.ts'
import { findMerge } from './find-merge.ts'
import { mergeAnswered } from './merge.events.ts'
import { mayAnswerMerge } from './merge.policy.ts'
import { mergeStore } from './merge.store.ts'
import { participation } from './participation.ts'
import { settleMerge } from './settle-merge.ts'

/**
 * A firm of the absorbed need says whether its pledge goes along, with the same cap and conditions; a yes is taken where the kept need can honour them.
 * The last answer that is awaited does the merge.
 * @throws NOT_FOUND, NOT_IN_ABSORBED_NEED, OWNER_ONLY, GROUP_FROZEN, STALE_STATE, DEADLINE_PAST, CAP_BELOW_MINIMUM, CONDITION_ABOVE_CAP,
 * FIRMS_UNREACHABLE, PRICE_UNREACHABLE, START_UNREACHABLE
 */
export const answerMerge = ({ viewer, input: { mergeId, accepts }, now }: Call<typeof endpoint>) =>
  transaction(async (tx) => {
    const { merge, kept, absorbed } = await findMerge(viewer, mergeId, tx)
    const firmId = organisationOf(viewer)
    const isIn = firmId !== absorbed.leaderId && (await participation().liveFirmIds(absorbed._id, tx)).includes(firmId)
    allow(mayAnswerMerge(viewer, isIn))
    await groups.assertNotFrozen(merge.groupId, tx)
    if (!canMove(mergeProcess, merge.state, 'answer', 'firm')) throw new DomainError('STALE_STATE')
    if (now >= merge.answersBy) throw new DomainError('DEADLINE_PAST')
    if (accepts) await participation().checkMove(firmId, absorbed._id, kept, tx)
    const answers = [...merge.answers.filter((answer) => answer.firmId !== firmId), { firmId, accepts, at: now }]
    const answered = await mergeStore.change(merge, { answers }, tx)
    tx.emit(mergeAnswered(answered))
    return settleMerge(answered, now, tx)
  })
