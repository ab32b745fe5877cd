import { mayRead } from '@mutuo/shared/audiences/audiences.ts'
import { areFiguresShown, figuresOf } from '@mutuo/shared/reviews/review.rules.ts'
import type {
  listReportedReviews as reportedEndpoint,
  listReviewsOfFreelancer as ofFreelancerEndpoint,
  listReviewsOfGroup as ofGroupEndpoint,
} from '@mutuo/shared/reviews/review.endpoints.ts'
import type { ReportedReview, ReviewPage } from '@mutuo/shared/reviews/review.schema.ts'
import type { OutputOf } from '@mutuo/shared/http/endpoint.ts'
import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { groups } from '../groups/index.ts'
import { organisations } from '../organisations/index.ts'
import { reviewWindowStore } from './review-window.store.ts'
import type { ReviewRecord } from './review.model.ts'
import { reviewStore } from './review.store.ts'
import { namesIn, presentReview, type Reading } from './review.view.ts'

/** What firms say of a freelancer. Before three of them only the words that a firm signed: whose the others are could be guessed. @throws NOT_FOUND */
export const listReviewsOfFreelancer = async (call: Call<typeof ofFreelancerEndpoint>): Promise<ReviewPage> => {
  const { organisationId } = call.input
  if ((await organisations.find(organisationId))?.kind !== 'freelancer') throw new DomainError('NOT_FOUND')
  return pageOf(organisationId, call, (counted) => !mayRead('review.unsigned', ['outsider'], { three: areFiguresShown(counted) }))
}

/** What freelancers say of a group, in their names. @throws NOT_FOUND */
export const listReviewsOfGroup = async (call: Call<typeof ofGroupEndpoint>): Promise<ReviewPage> => {
  const group = await groups.get(call.input.groupId)
  return pageOf(group._id, call, () => false)
}

type Listing = Call<typeof ofFreelancerEndpoint> | Call<typeof ofGroupEndpoint>
type SignedOnly = (counted: Awaited<ReturnType<typeof reviewStore.countedOf>>) => boolean

const pageOf = async (subjectId: string, { viewer, input, now }: Listing, signedOnly: SignedOnly): Promise<ReviewPage> => {
  const counted = await reviewStore.countedOf(subjectId, now)
  const page = await reviewStore.pageOf({ subjectId, signedOnly: signedOnly(counted), at: now }, input.limit, input.cursor)
  const reading = await readingOf(page.items, { viewer, now })
  const figures = figuresOf(counted)
  return {
    items: page.items.map((review) => presentReview(review, reading)),
    ...(page.nextCursor && { nextCursor: page.nextCursor }),
    ...(figures && { figures }),
  }
}

const readingOf = async (reviews: readonly ReviewRecord[], reader: Pick<Reading, 'viewer' | 'now'>): Promise<Reading> => {
  const [names, windows] = await Promise.all([namesIn(reviews), reviewWindowStore.many(reviews.map(({ missionId }) => missionId))])
  return { ...reader, names, windows }
}

/** What somebody finds should not be there, for whoever may hide it. @throws ASSOCIATION_ONLY */
export const listReportedReviews = async ({
  viewer,
  input,
  now,
}: Call<typeof reportedEndpoint>): Promise<OutputOf<typeof reportedEndpoint>> => {
  if (!viewer.isAdmin && viewer.organisationKind !== 'association') throw new DomainError('ASSOCIATION_ONLY')
  const page = await reviewStore.reportedPage(viewer.isAdmin ? null : viewer.organisationId, input.limit, input.cursor)
  const reading = await readingOf(page.items, { viewer, now })
  return { items: page.items.map((review) => presentReported(review, reading)), ...(page.nextCursor && { nextCursor: page.nextCursor }) }
}

const presentReported = (review: ReviewRecord, reading: Reading): ReportedReview => {
  const { marks } = reading.names
  const freelancerId = review.kind === 'of_freelancer' ? review.subjectId : review.authorId
  return {
    ...presentReview(review, reading),
    freelancer: marks.get(freelancerId)!,
    reports: review.reports.map(({ by, at, reason }) => ({ by: marks.get(by)?.name ?? '', at: at.toISOString(), reason })),
  }
}
