import { canMove } from '@mutuo/shared/process/process.ts'
import { reviewProcess } from '@mutuo/shared/reviews/review.process.ts'
import { isReadByAFirm, isWindowOpen, stateAt } from '@mutuo/shared/reviews/review.rules.ts'
import type { ReviewKind } from '@mutuo/shared/reviews/review.schema.ts'
import { no, yes } from '../../platform/access/decision.ts'
import type { Viewer } from '../../platform/access/viewer.ts'
import type { ReviewWindowRecord } from './review-window.model.ts'
import type { ReviewRecord } from './review.model.ts'

type Parties = Pick<ReviewWindowRecord, 'firmIds' | 'freelancerId'>
type Window = Pick<ReviewWindowRecord, 'closesAt'> | null

/** What the viewer's side writes of the other; null for who is no party. */
export const sideOf = ({ organisationId }: Viewer, { firmIds, freelancerId }: Parties): ReviewKind | null => {
  if (organisationId === null) return null
  if (organisationId === freelancerId) return 'of_group'
  return firmIds.includes(organisationId) ? 'of_freelancer' : null
}

/** A party's owner, while the window is open. */
export const mayWrite = (viewer: Viewer, side: ReviewKind | null, window: Window, now: Date) => {
  if (side === null) return no('FORBIDDEN')
  if (viewer.role !== 'owner') return no('OWNER_ONLY')
  if (!window) return no('REVIEWS_NOT_OPEN')
  return isWindowOpen(window, now) ? yes : no('REVIEWS_CLOSED')
}

/** Its author's owner, as long as nobody else can read it. */
export const mayRevise = (viewer: Viewer, review: ReviewRecord, { writtenBy }: Pick<ReviewWindowRecord, 'writtenBy'>, now: Date) => {
  if (viewer.organisationId !== review.authorId) return no('REVIEW_NOT_YOURS')
  if (viewer.role !== 'owner') return no('OWNER_ONLY')
  const isReadable = !canMove(reviewProcess, stateAt(review, now), 'revise', 'author') || isReadByAFirm(review, writtenBy)
  return isReadable ? no('REVIEW_READABLE') : yes
}

/** Whoever has to do with the mission knows its reviews by name; for others they are words on a page. */
export const mayKnow = (viewer: Viewer, review: ReviewRecord, parties: Parties): boolean =>
  viewer.isAdmin || viewer.organisationId === review.associationId || sideOf(viewer, parties) !== null

/** The freelancer for itself; for the group the firm that led the need, or the association. */
export const mayReply = (viewer: Viewer, review: ReviewRecord, { freelancerId, leaderId, associationId }: ReviewWindowRecord) => {
  const reviewed = review.kind === 'of_freelancer' ? [freelancerId] : [leaderId, associationId]
  if (viewer.organisationId === null || !reviewed.includes(viewer.organisationId)) return no('REVIEWED_ONLY')
  if (viewer.role !== 'owner') return no('OWNER_ONLY')
  return review.reply ? no('REVIEW_ALREADY_REPLIED') : yes
}

/** By whom it concerns, who did not write it. */
export const mayReport = (viewer: Viewer, review: ReviewRecord) => {
  if (viewer.organisationId === null || viewer.organisationId === review.authorId) return no('FORBIDDEN')
  if (viewer.role !== 'owner') return no('OWNER_ONLY')
  return review.reports.some(({ by }) => by === viewer.organisationId) ? no('REVIEW_ALREADY_REPORTED') : yes
}

/** Nobody hides what is said of itself: of its group, the association leaves it to the platform. */
export const mayHide = (viewer: Viewer, review: ReviewRecord) => {
  if (!viewer.isAdmin) {
    if (viewer.organisationId !== review.associationId) return no('ASSOCIATION_ONLY')
    if (review.kind === 'of_group') return no('REVIEW_OF_OWN_GROUP')
    if (viewer.role !== 'owner') return no('OWNER_ONLY')
  }
  return review.reports.length > 0 ? yes : no('REVIEW_NOT_REPORTED')
}
