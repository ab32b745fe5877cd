import { DomainError } from '../errors/domain-error.ts'
import type { NeedState } from './need.schema.ts'

/** How many questions of one organisation may wait in one need, and how often one answer may be said anew. */
export const MOST_WAITING = 5
export const MOST_REPHRASED = 10

/** Questions end with the bids: an answer that nobody can bid on any more changes the need behind the bidders' backs. */
export const areQuestionsOpen = ({ state, content }: { state: NeedState; content: { bidsCloseAt: Date } }, now: Date): boolean =>
  (state === 'gathering' || state === 'bidding') && now <= content.bidsCloseAt

/** @throws TOO_MANY_QUESTIONS */
export const checkWaiting = (waiting: number): void => {
  if (waiting >= MOST_WAITING) throw new DomainError('TOO_MANY_QUESTIONS', { most: MOST_WAITING })
}

type Said = { text: string; at: Date; by: string }
type Answered = { answer: Said | null; earlierAnswers: readonly Said[] }

/** The new answer, and the former ones with the one that it replaces. The same words again change nothing. @throws ANSWER_SETTLED */
export const answeredAnew = ({ answer, earlierAnswers }: Answered, said: Said): { answer: Said; earlierAnswers: Said[] } => {
  if (!answer) return { answer: said, earlierAnswers: [] }
  if (answer.text === said.text) return { answer, earlierAnswers: [...earlierAnswers] }
  if (earlierAnswers.length >= MOST_REPHRASED) throw new DomainError('ANSWER_SETTLED', { most: MOST_REPHRASED })
  return { answer: said, earlierAnswers: [...earlierAnswers, answer] }
}
