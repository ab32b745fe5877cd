import type { listQuestions as endpoint } from '@mutuo/shared/needs/question.endpoints.ts'
import { questionProcess } from '@mutuo/shared/needs/question.process.ts'
import type { QuestionPage, QuestionView } from '@mutuo/shared/needs/question.schema.ts'
import type { OrganisationMark } from '@mutuo/shared/organisations/organisation.schema.ts'
import { abilitiesOf, abilityOf } from '../../platform/access/abilities.ts'
import { no } from '../../platform/access/decision.ts'
import type { Visitor } from '../../platform/access/viewer.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { organisations } from '../organisations/index.ts'
import { findNeed, isInside } from './find-need.ts'
import type { NeedRecord } from './need.model.ts'
import { actorOf } from './need.policy.ts'
import { needStore } from './need.store.ts'
import { markIn } from './need.view.ts'
import type { QuestionRecord } from './question.model.ts'
import { mayAnswer, mayAsk } from './question.policy.ts'
import { questionStore } from './question.store.ts'

type Reading = { need: NeedRecord; viewer: Visitor; isInside: boolean; now: Date; marks: ReadonlyMap<string, OrganisationMark> }

/** What is asked about a need, the latest first, as far as the viewer may read it. */
export const listQuestions = async ({ viewer, input, now }: Call<typeof endpoint>): Promise<QuestionPage> => {
  const need = await findNeed(viewer, input.needId)
  const inside = await isInside(viewer, need)
  const seen = { needId: need._id, isInside: inside, askerId: viewer?.organisationId ?? null }
  const [page, answered, waiting] = await Promise.all([
    questionStore.page(seen, input.limit, input.cursor),
    questionStore.count(seen, 'answered'),
    questionStore.count(seen, 'waiting'),
  ])
  const reading = { need, viewer, isInside: inside, now, marks: await marksIn(page.items) }
  const leads = viewer?.organisationId === need.leaderId || viewer?.organisationId === need.associationId
  return {
    items: page.items.map((question) => viewOf(question, reading)),
    ...(page.nextCursor && { nextCursor: page.nextCursor }),
    answered,
    waiting,
    abilities: leads ? [] : [abilityOf('ask', viewer ? mayAsk(viewer, need, inside, now) : no('SIGNED_OUT'))],
  }
}

export const presentQuestion = async (question: QuestionRecord, viewer: Visitor, now: Date): Promise<QuestionView> => {
  const need = (await needStore.find(question.needId))!
  return viewOf(question, { need, viewer, isInside: await isInside(viewer, need), now, marks: await marksIn([question]) })
}

const marksIn = (questions: readonly QuestionRecord[]) =>
  organisations.marksOf([...new Set(questions.flatMap(({ askerId, answer }) => (answer ? [askerId, answer.by] : [askerId])))])

const viewOf = (question: QuestionRecord, { need, viewer, isInside, now, marks }: Reading): QuestionView => {
  const { answer, askerId } = question
  const asker = markIn(marks, askerId)
  const isMine = viewer?.organisationId === askerId
  const leads = viewer && (viewer.organisationId === need.leaderId || viewer.organisationId === need.associationId)
  return {
    id: question._id,
    version: question.version,
    needId: need._id,
    state: question.state,
    text: question.text,
    askedAt: question.askedAt.toISOString(),
    asker: { kind: asker.kind, ...((isInside || isMine) && { mark: asker }) },
    isMine,
    ...(answer && { answer: { text: answer.text, at: answer.at.toISOString(), by: markIn(marks, answer.by) } }),
    earlierAnswers: question.earlierAnswers.map(({ text, at }) => ({ text, at: at.toISOString() })).reverse(),
    abilities: leads
      ? abilitiesOf(questionProcess, question.state, actorOf(viewer, need), {
          answer: mayAnswer(viewer, need, now),
          rephrase: mayAnswer(viewer, need, now),
        })
      : [],
  }
}
