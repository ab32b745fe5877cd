import { ratingOf } from '@mutuo/shared/reviews/review.rules.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { organisations } from '../organisations/index.ts'
import { reviewStore } from './review.store.ts'

/** What everybody may count of a freelancer's reviews is kept with the freelancer, where bids read it. Counted anew each time: twice is the same. */
export const countReviews = (freelancerId: string, now: Date): Promise<void> =>
  transaction(async (tx) => organisations.recordRating(freelancerId, ratingOf(await reviewStore.countedOf(freelancerId, now, tx)), tx))
