import type { QuestionRecord } from './question.model.ts'

export type QuestionEventData = { questionId: string; needId: string; groupId: string; askerId: string }

/** Ids only: a question that waits is not for everybody. Events of a need come in order. */
const questionEvent = <N extends string, M extends object>(name: N, { _id, needId, groupId, askerId }: QuestionRecord, more: M) => ({
  name,
  key: needId,
  data: { questionId: _id, needId, groupId, askerId, ...more },
})

export const questionAsked = (question: QuestionRecord) => questionEvent('question.asked', question, {})
export const questionAnswered = (question: QuestionRecord) =>
  questionEvent('question.answered', question, { isRephrased: question.earlierAnswers.length > 0 })
