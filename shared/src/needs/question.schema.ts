import { z } from 'zod'
import { abilityOf, pageInput, pageOf } from '../http/page.ts'
import { id, instant, text } from '../ids/id.ts'
import { organisationMark } from '../organisations/organisation.schema.ts'

export const questionState = z.enum(['waiting', 'answered'])

export const askInput = z.strictObject({ id, needId: id, text: text(1000).min(1) })
export const answerInput = z.strictObject({ questionId: id, version: z.int(), text: text(3000).min(1) })
export const listQuestionsInput = z.strictObject({ ...pageInput, needId: id })

const said = z.strictObject({ text: z.string(), at: instant })

export const questionView = z.strictObject({
  id,
  version: z.int(),
  needId: id,
  state: questionState,
  text: z.string(),
  askedAt: instant,
  /** Who asks is told to the group and to itself: a bidder does not learn who else looks at the need. */
  asker: z.strictObject({ kind: organisationMark.shape.kind, mark: organisationMark.optional() }),
  isMine: z.boolean(),
  answer: said.extend({ by: organisationMark }).optional(),
  /** What was said before, the latest first. */
  earlierAnswers: z.array(said),
  abilities: abilityOf(['answer', 'rephrase']),
})

/** The latest first. Outside the group: what is answered, and one's own. */
export const questionPage = pageOf(questionView).extend({
  answered: z.int(),
  /** Those that the viewer can see waiting. */
  waiting: z.int(),
  abilities: abilityOf(['ask']),
})

export type QuestionView = z.infer<typeof questionView>
export type QuestionPage = z.infer<typeof questionPage>
