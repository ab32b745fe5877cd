import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import { reviewProcess } from '@mutuo/shared/reviews/review.process.ts'
import type { hideReview as endpoint } from '@mutuo/shared/reviews/review.endpoints.ts'
import { allow } from '../../platform/access/decision.ts'
import { audit } from '../../platform/audit/audit.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { findPublished } from './find-review.ts'
import { reviewHidden } from './review.events.ts'
import { mayHide } from './review.policy.ts'
import { reviewStore } from './review.store.ts'

/**
 * A reported review leaves every page and every figure; it is kept, with who hid it and why.
 * @throws NOT_FOUND, ASSOCIATION_ONLY, OWNER_ONLY, REVIEW_OF_OWN_GROUP, REVIEW_NOT_REPORTED, STALE_STATE
 */
export const hideReview = ({ viewer, input, now, ip }: Call<typeof endpoint>) =>
  transaction(async (tx) => {
    const { review, window } = await findPublished(viewer, input.reviewId, now, tx)
    allow(mayHide(viewer, review))
    if (review.version !== input.version) throw new DomainError('STALE_STATE')
    const hidden = { at: now, by: viewer.userId, reason: input.reason }
    const gone = await reviewStore.change(review, { state: reviewProcess.moves.hide.to, hidden }, tx)
    await audit({ actor: viewer, action: 'review.hide', object: `review:${review._id}`, after: { reason: input.reason }, ip }, tx)
    tx.emit(reviewHidden(window, gone))
    return { done: true as const }
  })
