import { onEvent } from '../../platform/events/on-event.ts'
import { publishChange } from '../../platform/realtime/publish-change.ts'
import type { QuestionEventData } from './question.events.ts'

export const listenForQuestions = () => {
  for (const name of ['question.asked', 'question.answered']) {
    onEvent<QuestionEventData>(name, 'questions.tell-screens', async ({ questionId, needId }) =>
      publishChange(`need:${needId}`, { entity: 'question', id: questionId }),
    )
  }
}
