import type { ReviewWindowRecord } from './review-window.model.ts'
import type { ReviewRecord } from './review.model.ts'

/** Ids only, and never whose: a party that hears it asks what it may read. */
const about = ({ _id, groupId, associationId, freelancerId, firmIds }: ReviewWindowRecord) => ({
  missionId: _id,
  groupId,
  associationId,
  freelancerId,
  firmIds,
})

export const reviewsOpened = (window: ReviewWindowRecord) => ({
  name: 'reviews.opened',
  key: window._id,
  data: { ...about(window), closesAt: window.closesAt.toISOString() },
})

/** These have not written, and the end is near. */
export const reviewersReminded = (window: ReviewWindowRecord, silentIds: string[]) => ({
  name: 'reviews.reminded',
  key: window._id,
  data: { ...about(window), silentIds, closesAt: window.closesAt.toISOString() },
})

export const reviewWritten = (window: ReviewWindowRecord) => ({ name: 'reviews.written', key: window._id, data: about(window) })

/** Some of what one side of a mission says of the other can be read by everybody now. */
export const reviewsPublished = (window: ReviewWindowRecord, kind: ReviewRecord['kind']) => ({
  name: 'reviews.published',
  key: window._id,
  data: { ...about(window), kind },
})

const ofReview = (window: ReviewWindowRecord, { _id, kind, authorId }: ReviewRecord) => ({
  ...about(window),
  reviewId: _id,
  kind,
  authorId,
})

export const reviewReplied = (window: ReviewWindowRecord, review: ReviewRecord) => ({
  name: 'review.replied',
  key: window._id,
  data: ofReview(window, review),
})
export const reviewReported = (window: ReviewWindowRecord, review: ReviewRecord) => ({
  name: 'review.reported',
  key: window._id,
  data: ofReview(window, review),
})
export const reviewHidden = (window: ReviewWindowRecord, review: ReviewRecord) => ({
  name: 'review.hidden',
  key: window._id,
  data: ofReview(window, review),
})

export type ReviewsEventData = ReturnType<typeof about>
