import { listReviewsOfGroup } from '@mutuo/shared/reviews/review.endpoints.ts'
import { keyOf, usePages } from '../use-endpoint.ts'
import { useLive } from '../use-live.ts'
import { ReviewsCard } from './reviews-card.tsx'

/** What freelancers say of a group as a client. */
export const GroupReviews = ({ groupId }: { groupId: string }) => {
  useLive(`group:${groupId}`, [keyOf(listReviewsOfGroup)])
  return <ReviewsCard query={usePages(listReviewsOfGroup, { groupId, limit: 10 })} kind="of_group" />
}
