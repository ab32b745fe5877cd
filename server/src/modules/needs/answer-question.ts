import type { answerQuestion as endpoint } from '@mutuo/shared/needs/question.endpoints.ts'
import { questionProcess } from '@mutuo/shared/needs/question.process.ts'
import { answeredAnew } from '@mutuo/shared/needs/question.rules.ts'
import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import { organisationOf } from '../../platform/access/acting-for.ts'
import { allow } from '../../platform/access/decision.ts'
import type { Viewer } from '../../platform/access/viewer.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { transaction, type Transaction } from '../../platform/mongo/transaction.ts'
import { findNeed, isInside } from './find-need.ts'
import { questionAnswered } from './question.events.ts'
import type { QuestionRecord } from './question.model.ts'
import { mayAnswer } from './question.policy.ts'
import { questionStore } from './question.store.ts'

/**
 * Who leads the need answers, or says it better: from then on it is part of the need, for all who may see it. What was said before stays readable.
 * @throws NOT_FOUND, LEADER_ONLY, OWNER_ONLY, QUESTIONS_CLOSED, ANSWER_SETTLED, STALE_STATE
 */
export const answerQuestion = ({ viewer, input, now }: Call<typeof endpoint>): Promise<QuestionRecord> =>
  transaction(async (tx) => {
    const { question, need } = await findQuestion(viewer, input.questionId, tx)
    allow(mayAnswer(viewer, need, now))
    if (question.version !== input.version) throw new DomainError('STALE_STATE')
    const said = answeredAnew(question, { text: input.text, at: now, by: organisationOf(viewer) })
    if (said.answer === question.answer) return question
    const move = question.state === 'waiting' ? 'answer' : 'rephrase'
    const answered = await questionStore.change(question, { ...said, state: questionProcess.moves[move].to }, tx)
    tx.emit(questionAnswered(answered))
    return answered
  })

const findQuestion = async (viewer: Viewer, questionId: string, tx: Transaction) => {
  const question = await questionStore.find(questionId, tx)
  if (!question) throw new DomainError('NOT_FOUND')
  const need = await findNeed(viewer, question.needId, tx)
  const isReadable = question.state === 'answered' || question.askerId === viewer.organisationId || (await isInside(viewer, need, tx))
  if (!isReadable) throw new DomainError('NOT_FOUND')
  return { question, need }
}
