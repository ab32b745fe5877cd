import { listReviewsOfFreelancer } from '@mutuo/shared/reviews/review.endpoints.ts'
import { keyOf, usePages } from '../use-endpoint.ts'
import { useLive } from '../use-live.ts'
import { useSession } from '../session.tsx'
import { ReviewsCard } from './reviews-card.tsx'

/** What firms say of a freelancer; kept current on the freelancer's own page. */
export const FreelancerReviews = ({ freelancerId }: { freelancerId: string }) => {
  const { active } = useSession()
  useLive(active?.id === freelancerId ? `organisation:${freelancerId}` : undefined, [keyOf(listReviewsOfFreelancer)])
  return <ReviewsCard query={usePages(listReviewsOfFreelancer, { organisationId: freelancerId, limit: 10 })} kind="of_freelancer" />
}
