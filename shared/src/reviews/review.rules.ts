import { averageOf, FEWEST_FIRMS, type Rating } from '../organisations/rating.rules.ts'
import type { ReviewContent, ReviewFigures, ReviewKind, ReviewState } from './review.schema.ts'

/** How long the parties may write, and how long before the end those who have not are reminded. */
export const WINDOW_DAYS = 14
export const REMINDER_DAYS = 3

const dayMs = 24 * 3600 * 1000

export type Window = { closesAt: Date; remindAt: Date | null }

export const windowFrom = (completedAt: Date): Window & { remindAt: Date } => {
  const closesAt = new Date(completedAt.getTime() + WINDOW_DAYS * dayMs)
  return { closesAt, remindAt: new Date(closesAt.getTime() - REMINDER_DAYS * dayMs) }
}

/** At the very instant of the end one reads and no longer writes: nobody does both. */
export const isWindowOpen = ({ closesAt }: Pick<Window, 'closesAt'>, at: Date): boolean => at < closesAt

type Blind = { state: ReviewState; visibleFrom: Date }

/** Where a review stands: the end of the window publishes by itself, the job only writes it down. */
export const stateAt = ({ state, visibleFrom }: Blind, at: Date): ReviewState =>
  state === 'written' && visibleFrom <= at ? 'published' : state

type Written = { id: string; kind: ReviewKind; authorId: string }

/**
 * Which reviews of a mission are out because both sides are in. A firm's is paired with the freelancer's of the group; the freelancer's, which answers
 * to every firm, is out for everybody once every firm's is in.
 */
export const pairedIn = (written: readonly Written[], firmIds: readonly string[]): string[] => {
  const ofGroup = written.find(({ kind }) => kind === 'of_group')
  if (!ofGroup) return []
  const ofFirms = written.filter(({ kind }) => kind === 'of_freelancer')
  const hasAll = firmIds.every((firmId) => ofFirms.some(({ authorId }) => authorId === firmId))
  return [...ofFirms.map(({ id }) => id), ...(hasAll ? [ofGroup.id] : [])]
}

/** Whether a firm may read the freelancer's review of the group already: its own is in, or it is out for everybody. */
export const mayReadOfGroup = (review: Blind, hasWritten: boolean, at: Date): boolean =>
  review.state !== 'hidden' && (hasWritten || stateAt(review, at) === 'published')

/** The freelancer's review is read by each firm that has written, before it is out for the others. */
export const isReadByAFirm = ({ kind, authorId }: Pick<Written, 'kind' | 'authorId'>, writtenBy: readonly string[]): boolean =>
  kind === 'of_group' && writtenBy.some((id) => id !== authorId)

/** A review that everybody may count, without its words. */
export type Counted = { authorId: string; groupId: string; content: Pick<ReviewContent, 'marks' | 'wouldWorkAgain'> }

const different = (values: readonly string[]) => new Set(values).size
const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0)
const overallOf = (reviews: readonly Counted[]) => reviews.map(({ content }) => content.marks.overall)

export const ratingOf = (reviews: readonly Counted[]): Rating => ({
  reviews: reviews.length,
  firms: different(reviews.map(({ authorId }) => authorId)),
  groups: different(reviews.map(({ groupId }) => groupId)),
  overallSum: sumOf(overallOf(reviews)),
})

/** Whether enough authors have written for none of their marks to be told from the figures. */
export const areFiguresShown = (reviews: readonly Pick<Counted, 'authorId'>[]): boolean =>
  different(reviews.map(({ authorId }) => authorId)) >= FEWEST_FIRMS

/** What may be said of all of them together, from three authors on. */
export const figuresOf = (reviews: readonly Counted[]): ReviewFigures | undefined => {
  if (!areFiguresShown(reviews)) return undefined
  const overall = overallOf(reviews)
  const marks = reviews.map(({ content }) => content.marks as Record<string, number>)
  const criteria = Object.keys(marks[0]!).filter((criterion) => criterion !== 'overall')
  return {
    average: averageOf(sumOf(overall), overall.length),
    reviews: reviews.length,
    groups: different(reviews.map(({ groupId }) => groupId)),
    byCriterion: criteria.map((criterion) => ({
      criterion,
      average: averageOf(sumOf(marks.map((mark) => mark[criterion] ?? 0)), marks.length),
    })),
    distribution: [1, 2, 3, 4, 5].map((stars) => overall.filter((mark) => mark === stars).length),
    wouldWorkAgain: reviews.filter(({ content }) => content.wouldWorkAgain).length,
  }
}
