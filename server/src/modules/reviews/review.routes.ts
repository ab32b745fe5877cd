import * as endpoints from '@mutuo/shared/reviews/review.endpoints.ts'
import { serve } from '../../platform/http/serve-endpoint.ts'
import { listAwaitedReviews } from './awaited-reviews.view.ts'
import { presentGroupRecord } from './group-record.view.ts'
import { hideReview } from './hide-review.ts'
import { presentMissionReviews } from './mission-reviews.view.ts'
import { replyToReview } from './reply-to-review.ts'
import { reportReview } from './report-review.ts'
import { listReportedReviews, listReviewsOfFreelancer, listReviewsOfGroup } from './review-list.view.ts'
import { reviseReview } from './revise-review.ts'
import { writeReview } from './write-review.ts'

export const reviewRoutes = [
  serve(endpoints.getMissionReviews, { run: ({ viewer, input, now }) => presentMissionReviews(input.missionId, viewer, now) }),
  serve(endpoints.writeReview, {
    run: writeReview,
    present: (missionId, { viewer, now }) => presentMissionReviews(missionId, viewer, now),
  }),
  serve(endpoints.reviseReview, {
    run: reviseReview,
    present: (missionId, { viewer, now }) => presentMissionReviews(missionId, viewer, now),
  }),
  serve(endpoints.replyToReview, { run: replyToReview }),
  serve(endpoints.reportReview, { run: reportReview }),
  serve(endpoints.hideReview, { run: hideReview }),
  serve(endpoints.listReviewsOfFreelancer, { run: listReviewsOfFreelancer }),
  serve(endpoints.listReviewsOfGroup, { run: listReviewsOfGroup }),
  serve(endpoints.getGroupRecord, { run: presentGroupRecord }),
  serve(endpoints.listAwaitedReviews, { run: listAwaitedReviews }),
  serve(endpoints.listReportedReviews, { run: listReportedReviews }),
]
