import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import { stateAt } from '@mutuo/shared/reviews/review.rules.ts'
import type { Viewer } from '../../platform/access/viewer.ts'
import type { Transaction } from '../../platform/mongo/transaction.ts'
import { missions } from '../missions/index.ts'
import type { ReviewWindowRecord } from './review-window.model.ts'
import { reviewWindowStore } from './review-window.store.ts'
import type { ReviewRecord } from './review.model.ts'
import { mayKnow } from './review.policy.ts'
import { reviewStore } from './review.store.ts'

export type Found = { review: ReviewRecord; window: ReviewWindowRecord }

/** The mission's window, null before its end. @throws NOT_FOUND where the viewer may not know of the mission */
export const findWindow = async (viewer: Viewer, missionId: string) => {
  const mission = await missions.getVisible(viewer, missionId)
  return { mission, window: await reviewWindowStore.find(missionId) }
}

/** A review with its window, as those who have to do with the mission may know of it. @throws NOT_FOUND */
export const findReview = async (viewer: Viewer, reviewId: string, tx: Transaction): Promise<Found> => {
  const review = await reviewStore.find(reviewId, tx)
  const window = review && (await reviewWindowStore.find(review.missionId, tx))
  if (!review || !window || !mayKnow(viewer, review, window)) throw new DomainError('NOT_FOUND')
  return { review, window }
}

/** The same, of one that is out: a review that is blind is there for nobody but its author. @throws NOT_FOUND */
export const findPublished = async (viewer: Viewer, reviewId: string, now: Date, tx: Transaction): Promise<Found> => {
  const found = await findReview(viewer, reviewId, tx)
  if (stateAt(found.review, now) !== 'published') throw new DomainError('NOT_FOUND')
  return found
}
