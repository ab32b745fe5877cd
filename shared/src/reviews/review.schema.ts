import { z } from 'zod'
import { abilityOf, pageOf } from '../http/page.ts'
import { id, instant, line, text } from '../ids/id.ts'
import { organisationMark } from '../organisations/organisation.schema.ts'

/** `of_freelancer`: one firm's. `of_group`: the freelancer's, of the group as a client. */
export const reviewKind = z.enum(['of_freelancer', 'of_group'])
export const reviewState = z.enum(['written', 'published', 'hidden'])

/** One to five stars. */
const mark = z.int().min(1).max(5)

export const freelancerMarks = z.strictObject({ overall: mark, quality: mark, deadlines: mark, listening: mark })
export const groupMarks = z.strictObject({ overall: mark, clarity: mark, availability: mark, payment: mark })

const words = { text: text(1000), wouldWorkAgain: z.boolean() }

export const reviewContent = z.discriminatedUnion('kind', [
  /** Unsigned, it comes from "a firm of the group". */
  z.strictObject({ kind: z.literal('of_freelancer'), marks: freelancerMarks, ...words, isSigned: z.boolean() }),
  z.strictObject({ kind: z.literal('of_group'), marks: groupMarks, ...words }),
])

export const writeReviewInput = z.strictObject({ id, missionId: id, content: reviewContent })
export const reviseReviewInput = z.strictObject({ reviewId: id, version: z.int(), content: reviewContent })
export const replyInput = z.strictObject({ reviewId: id, version: z.int(), text: text(1000).min(1) })
export const reportInput = z.strictObject({ reviewId: id, reason: line(500) })
export const hideInput = z.strictObject({ reviewId: id, version: z.int(), reason: line(500) })

/** A review that is out. Marks stand in it only where one freelancer's may be read: a firm's are told in figures, from three firms on. */
export const reviewView = z.strictObject({
  id,
  version: z.int(),
  kind: reviewKind,
  /** Absent where the firm did not sign. */
  author: organisationMark.optional(),
  groupName: z.string(),
  text: z.string(),
  at: instant,
  marks: groupMarks.optional(),
  wouldWorkAgain: z.boolean().optional(),
  reply: z.strictObject({ text: z.string(), at: instant, by: z.string() }).optional(),
  abilities: abilityOf(['reply', 'report', 'hide']),
})

/** One's own, as it was written. */
export const ownReview = z.strictObject({ id, version: z.int(), state: reviewState, content: reviewContent, writtenAt: instant })

/** The reviews of one mission, as a party to it may read them. */
export const missionReviews = z.strictObject({
  missionId: id,
  title: z.string(),
  groupName: z.string(),
  freelancer: organisationMark,
  window: z.enum(['none', 'open', 'closed']),
  closesAt: instant.optional(),
  /** What the viewer's side writes; absent for who is no party. */
  kind: reviewKind.optional(),
  mine: ownReview.optional(),
  /** How many are in, of all that could be: never whose. */
  written: z.int(),
  awaited: z.int(),
  /** The freelancer's of the group, once the viewer may read it. */
  ofGroup: reviewView.optional(),
  abilities: abilityOf(['write', 'revise']),
})

/** From three on; absent before. `distribution` counts the overall marks, one star first. */
export const reviewFigures = z.strictObject({
  average: z.number(),
  reviews: z.int(),
  groups: z.int(),
  byCriterion: z.array(z.strictObject({ criterion: z.string(), average: z.number() })),
  distribution: z.array(z.int()).length(5),
  wouldWorkAgain: z.int(),
})

/** The latest first. */
export const reviewPage = pageOf(reviewView).extend({ figures: reviewFigures.optional() })

/** A mission that the viewer's organisation may still review. */
export const awaitedReview = z.strictObject({ missionId: id, title: z.string(), kind: reviewKind, closesAt: instant })
export const awaitedReviews = z.strictObject({ items: z.array(awaitedReview) })

/** A review that somebody reported, for who may hide it. */
export const reportedReview = reviewView.extend({
  freelancer: organisationMark,
  reports: z.array(z.strictObject({ by: z.string(), at: instant, reason: z.string() })),
})
export const reportedPage = pageOf(reportedReview)

export type ReviewKind = z.infer<typeof reviewKind>
export type ReviewState = z.infer<typeof reviewState>
export type ReviewContent = z.infer<typeof reviewContent>
export type ReviewView = z.infer<typeof reviewView>
export type AwaitedReview = z.infer<typeof awaitedReview>
export type OwnReview = z.infer<typeof ownReview>
export type MissionReviews = z.infer<typeof missionReviews>
export type ReviewFigures = z.infer<typeof reviewFigures>
export type ReviewPage = z.infer<typeof reviewPage>
export type ReportedReview = z.infer<typeof reportedReview>
