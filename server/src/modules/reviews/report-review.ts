import type { reportReview as endpoint } from '@mutuo/shared/reviews/review.endpoints.ts'
import { organisationOf } from '../../platform/access/acting-for.ts'
import { allow } from '../../platform/access/decision.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { findPublished } from './find-review.ts'
import { reviewReported } from './review.events.ts'
import { mayReport } from './review.policy.ts'
import { reviewStore } from './review.store.ts'

/** A party finds that a review should not be there, and says why. @throws NOT_FOUND, FORBIDDEN, OWNER_ONLY, REVIEW_ALREADY_REPORTED */
export const reportReview = ({ viewer, input, now }: Call<typeof endpoint>) =>
  transaction(async (tx) => {
    const { review, window } = await findPublished(viewer, input.reviewId, now, tx)
    allow(mayReport(viewer, review))
    const report = { by: organisationOf(viewer), at: now, reason: input.reason }
    const reported = await reviewStore.change(review, { reports: [...review.reports, report], reportedAt: now }, tx)
    tx.emit(reviewReported(window, reported))
    return { done: true as const }
  })
