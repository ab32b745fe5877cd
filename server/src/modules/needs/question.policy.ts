import { areQuestionsOpen } from '@mutuo/shared/needs/question.rules.ts'
import { no, yes } from '../../platform/access/decision.ts'
import type { Viewer } from '../../platform/access/viewer.ts'
import type { NeedRecord } from './need.model.ts'
import { mayLead } from './need.policy.ts'

type Asked = Pick<NeedRecord, 'leaderId' | 'associationId' | 'state' | 'content'>

/** Freelancers who may see the need and firms of the group ask; who answers does not ask. */
export const mayAsk = (viewer: Viewer, need: Asked, isMember: boolean, now: Date) => {
  if (!viewer.organisationId) return no('NO_ORGANISATION')
  if (viewer.organisationId === need.leaderId || viewer.organisationId === need.associationId) return no('ANSWERS_ONLY')
  if (viewer.organisationKind !== 'freelancer' && !(viewer.organisationKind === 'sme' && isMember)) return no('NOT_A_MEMBER')
  return areQuestionsOpen(need, now) ? yes : no('QUESTIONS_CLOSED')
}

/** An answer becomes part of the need: who leads it gives it, or the association. */
export const mayAnswer = (viewer: Viewer, need: Asked, now: Date) => {
  const lead = mayLead(viewer, need)
  if (!lead.allowed) return lead
  return areQuestionsOpen(need, now) ? yes : no('QUESTIONS_CLOSED')
}
