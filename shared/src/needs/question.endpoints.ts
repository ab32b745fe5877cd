import { defineEndpoint } from '../http/endpoint.ts'
import { answerInput, askInput, listQuestionsInput, questionPage, questionView } from './question.schema.ts'

export const askQuestion = defineEndpoint({
  name: 'askQuestion',
  method: 'POST',
  path: '/needs/:needId/questions',
  access: 'signedIn',
  idempotency: 'required',
  input: askInput,
  output: questionView,
  refusals: ['NOT_FOUND', 'NO_ORGANISATION', 'NOT_A_MEMBER', 'ANSWERS_ONLY', 'QUESTIONS_CLOSED', 'TOO_MANY_QUESTIONS', 'ALREADY_EXISTS'],
})

/** The first answer, or another in its place: the former one stays readable. */
export const answerQuestion = defineEndpoint({
  name: 'answerQuestion',
  method: 'POST',
  path: '/questions/:questionId/answer',
  access: 'signedIn',
  input: answerInput,
  output: questionView,
  refusals: ['NOT_FOUND', 'LEADER_ONLY', 'OWNER_ONLY', 'QUESTIONS_CLOSED', 'ANSWER_SETTLED', 'STALE_STATE'],
})

export const listQuestions = defineEndpoint({
  name: 'listQuestions',
  method: 'GET',
  path: '/needs/:needId/questions',
  access: 'anyone',
  input: listQuestionsInput,
  output: questionPage,
  refusals: ['NOT_FOUND'],
})
