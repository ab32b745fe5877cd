import * as endpoints from '@mutuo/shared/needs/question.endpoints.ts'
import { serve } from '../../platform/http/serve-endpoint.ts'
import { answerQuestion } from './answer-question.ts'
import { askQuestion } from './ask-question.ts'
import { listQuestions, presentQuestion } from './question.view.ts'

export const questionRoutes = [
  serve(endpoints.askQuestion, { run: askQuestion, present: (question, { viewer, now }) => presentQuestion(question, viewer, now) }),
  serve(endpoints.answerQuestion, { run: answerQuestion, present: (question, { viewer, now }) => presentQuestion(question, viewer, now) }),
  serve(endpoints.listQuestions, { run: listQuestions }),
]
