import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import type { replyToReview as endpoint } from '@mutuo/shared/reviews/review.endpoints.ts'
import { organisationOf } from '../../platform/access/acting-for.ts'
import { allow } from '../../platform/access/decision.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { findPublished } from './find-review.ts'
import { reviewReplied } from './review.events.ts'
import { mayReply } from './review.policy.ts'
import { reviewStore } from './review.store.ts'

/** Who was reviewed answers in public, once. @throws NOT_FOUND, REVIEWED_ONLY, OWNER_ONLY, REVIEW_ALREADY_REPLIED, STALE_STATE */
export const replyToReview = ({ viewer, input, now }: Call<typeof endpoint>) =>
  transaction(async (tx) => {
    const { review, window } = await findPublished(viewer, input.reviewId, now, tx)
    allow(mayReply(viewer, review, window))
    if (review.version !== input.version) throw new DomainError('STALE_STATE')
    const replied = await reviewStore.change(review, { reply: { text: input.text, at: now, by: organisationOf(viewer) } }, tx)
    tx.emit(reviewReplied(window, replied))
    return { done: true as const }
  })
