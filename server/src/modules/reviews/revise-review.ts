import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import type { reviseReview as endpoint } from '@mutuo/shared/reviews/review.endpoints.ts'
import { allow } from '../../platform/access/decision.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { findReview } from './find-review.ts'
import { reviewWritten } from './review.events.ts'
import { mayRevise } from './review.policy.ts'
import { reviewStore } from './review.store.ts'

/**
 * An author says it better, as long as nobody else can read it.
 * @throws NOT_FOUND, REVIEW_NOT_YOURS, OWNER_ONLY, REVIEW_OTHER_SIDE, REVIEW_READABLE, STALE_STATE
 */
export const reviseReview = ({ viewer, input, now }: Call<typeof endpoint>): Promise<string> =>
  transaction(async (tx) => {
    const { review, window } = await findReview(viewer, input.reviewId, tx)
    allow(mayRevise(viewer, review, window, now))
    if (input.content.kind !== review.kind) throw new DomainError('REVIEW_OTHER_SIDE')
    if (review.version !== input.version) throw new DomainError('STALE_STATE')
    await reviewStore.change(review, { content: input.content, writtenAt: now }, tx)
    tx.emit(reviewWritten(window))
    return review.missionId
  })
