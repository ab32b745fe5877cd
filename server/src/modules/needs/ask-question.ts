import type { askQuestion as endpoint } from '@mutuo/shared/needs/question.endpoints.ts'
import { checkWaiting } from '@mutuo/shared/needs/question.rules.ts'
import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import { organisationOf } from '../../platform/access/acting-for.ts'
import { allow } from '../../platform/access/decision.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { findNeed, isInside } from './find-need.ts'
import { needStore } from './need.store.ts'
import { questionAsked } from './question.events.ts'
import type { QuestionRecord } from './question.model.ts'
import { mayAsk } from './question.policy.ts'
import { questionStore } from './question.store.ts'

/**
 * A freelancer or a firm of the group asks what the need does not say. Until it is answered only the group and the asker read it. The same id twice is
 * the same question.
 * @throws NOT_FOUND, NO_ORGANISATION, NOT_A_MEMBER, ANSWERS_ONLY, QUESTIONS_CLOSED, TOO_MANY_QUESTIONS, ALREADY_EXISTS
 */
export const askQuestion = ({ viewer, input, now }: Call<typeof endpoint>): Promise<QuestionRecord> =>
  transaction(async (tx) => {
    const need = await findNeed(viewer, input.needId, tx)
    allow(mayAsk(viewer, need, await isInside(viewer, need, tx), now))
    const askerId = organisationOf(viewer)
    const made = await questionStore.find(input.id, tx)
    if (made) {
      if (made.askerId !== askerId || made.needId !== need._id) throw new DomainError('ALREADY_EXISTS')
      return made
    }
    // Two questions of one asker at once are counted one after the other.
    await needStore.hold(need._id, tx)
    checkWaiting(await questionStore.waitingOf(need._id, askerId, tx))
    const question: QuestionRecord = {
      _id: input.id,
      groupId: need.groupId,
      needId: need._id,
      askerId,
      state: 'waiting',
      version: 1,
      text: input.text,
      askedAt: now,
      answer: null,
      earlierAnswers: [],
    }
    await questionStore.insert(question, tx)
    tx.emit(questionAsked(question))
    return question
  })
