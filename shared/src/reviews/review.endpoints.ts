import { z } from 'zod'
import { defineEndpoint } from '../http/endpoint.ts'
import { done, pageInput } from '../http/page.ts'
import { id } from '../ids/id.ts'
import { groupRecord } from './group-record.schema.ts'
import {
  awaitedReviews,
  hideInput,
  missionReviews,
  replyInput,
  reportedPage,
  reportInput,
  reviewPage,
  reviseReviewInput,
  writeReviewInput,
} from './review.schema.ts'

export const getMissionReviews = defineEndpoint({
  name: 'getMissionReviews',
  method: 'GET',
  path: '/missions/:missionId/reviews',
  access: 'signedIn',
  input: z.strictObject({ missionId: id }),
  output: missionReviews,
  refusals: ['NOT_FOUND'],
})

/** Each firm of the freelancer, the freelancer of the group, once, in the fourteen days after the mission. */
export const writeReview = defineEndpoint({
  name: 'writeReview',
  method: 'POST',
  path: '/missions/:missionId/reviews',
  access: 'signedIn',
  idempotency: 'required',
  input: writeReviewInput,
  output: missionReviews,
  refusals: [
    'NOT_FOUND',
    'FORBIDDEN',
    'OWNER_ONLY',
    'REVIEW_OTHER_SIDE',
    'REVIEWS_NOT_OPEN',
    'REVIEWS_CLOSED',
    'REVIEW_ALREADY_WRITTEN',
    'ALREADY_EXISTS',
  ],
})

/** As long as nobody else can read it. */
export const reviseReview = defineEndpoint({
  name: 'reviseReview',
  method: 'PATCH',
  path: '/reviews/:reviewId',
  access: 'signedIn',
  input: reviseReviewInput,
  output: missionReviews,
  refusals: ['NOT_FOUND', 'REVIEW_NOT_YOURS', 'OWNER_ONLY', 'REVIEW_OTHER_SIDE', 'REVIEW_READABLE', 'STALE_STATE'],
})

/** In public and once: a freelancer's to a firm's review, the group's leader or its association to a freelancer's. */
export const replyToReview = defineEndpoint({
  name: 'replyToReview',
  method: 'POST',
  path: '/reviews/:reviewId/reply',
  access: 'signedIn',
  idempotency: 'required',
  input: replyInput,
  output: done,
  refusals: ['NOT_FOUND', 'REVIEWED_ONLY', 'OWNER_ONLY', 'REVIEW_ALREADY_REPLIED', 'STALE_STATE'],
})

/** Told to whoever may hide it. */
export const reportReview = defineEndpoint({
  name: 'reportReview',
  method: 'POST',
  path: '/reviews/:reviewId/reports',
  access: 'signedIn',
  idempotency: 'required',
  input: reportInput,
  output: done,
  refusals: ['NOT_FOUND', 'FORBIDDEN', 'OWNER_ONLY', 'REVIEW_ALREADY_REPORTED'],
})

/** A reported review leaves every page and every figure. Of its own group, the association leaves it to the platform. */
export const hideReview = defineEndpoint({
  name: 'hideReview',
  method: 'POST',
  path: '/reviews/:reviewId/hiding',
  access: 'signedIn',
  idempotency: 'required',
  input: hideInput,
  output: done,
  refusals: ['NOT_FOUND', 'ASSOCIATION_ONLY', 'OWNER_ONLY', 'REVIEW_OF_OWN_GROUP', 'REVIEW_NOT_REPORTED', 'STALE_STATE'],
})

export const listReviewsOfFreelancer = defineEndpoint({
  name: 'listReviewsOfFreelancer',
  method: 'GET',
  path: '/organisations/:organisationId/reviews',
  access: 'signedIn',
  input: z.strictObject({ ...pageInput, organisationId: id }),
  output: reviewPage,
  refusals: ['NOT_FOUND'],
})

export const listReviewsOfGroup = defineEndpoint({
  name: 'listReviewsOfGroup',
  method: 'GET',
  path: '/groups/:groupId/reviews',
  access: 'signedIn',
  input: z.strictObject({ ...pageInput, groupId: id }),
  output: reviewPage,
  refusals: ['NOT_FOUND'],
})

/** For who bids, and for the group's association. */
export const getGroupRecord = defineEndpoint({
  name: 'getGroupRecord',
  method: 'GET',
  path: '/groups/:groupId/record',
  access: 'signedIn',
  input: z.strictObject({ groupId: id }),
  output: groupRecord,
  refusals: ['NOT_FOUND', 'FREELANCER_ONLY'],
})

/** The missions that one's organisation may still review, the first to end first. */
export const listAwaitedReviews = defineEndpoint({
  name: 'listAwaitedReviews',
  method: 'GET',
  path: '/awaited-reviews',
  access: 'signedIn',
  input: z.strictObject({}),
  output: awaitedReviews,
  refusals: [],
})

/** Of the association's groups; for an administrator, all. */
export const listReportedReviews = defineEndpoint({
  name: 'listReportedReviews',
  method: 'GET',
  path: '/reported-reviews',
  access: 'signedIn',
  input: z.strictObject(pageInput),
  output: reportedPage,
  refusals: ['ASSOCIATION_ONLY'],
})
