export const questionErrors = {
  QUESTIONS_CLOSED: 409,
  TOO_MANY_QUESTIONS: 409,
  ANSWER_SETTLED: 409,
  ANSWERS_ONLY: 403,
} as const
