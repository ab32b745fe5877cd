import { reviewProcess } from '@mutuo/shared/reviews/review.process.ts'
import { stateAt } from '@mutuo/shared/reviews/review.rules.ts'
import type { ReviewView } from '@mutuo/shared/reviews/review.schema.ts'
import type { OrganisationMark } from '@mutuo/shared/organisations/organisation.schema.ts'
import { abilitiesOf } from '../../platform/access/abilities.ts'
import type { Viewer } from '../../platform/access/viewer.ts'
import { groups } from '../groups/index.ts'
import { organisations } from '../organisations/index.ts'
import type { ReviewWindowRecord } from './review-window.model.ts'
import type { ReviewRecord } from './review.model.ts'
import { mayHide, mayKnow, mayReply, mayReport } from './review.policy.ts'

export type Names = { marks: ReadonlyMap<string, OrganisationMark>; groupNames: ReadonlyMap<string, string> }

/** Whom and which groups some reviews name, and some more, asked once. */
export const namesIn = async (
  reviews: readonly ReviewRecord[],
  more: { organisationIds: string[]; groupIds: string[] } = { organisationIds: [], groupIds: [] },
): Promise<Names> => {
  const organisationIds = reviews.flatMap(({ authorId, kind, subjectId, reply, reports }) => [
    authorId,
    ...(kind === 'of_freelancer' ? [subjectId] : []),
    ...(reply ? [reply.by] : []),
    ...reports.map(({ by }) => by),
  ])
  const [marks, found] = await Promise.all([
    organisations.marksOf([...new Set([...organisationIds, ...more.organisationIds])]),
    groups.many([...new Set([...reviews.map(({ groupId }) => groupId), ...more.groupIds])]),
  ])
  return { marks, groupNames: new Map([...found].map(([id, { name }]) => [id, name])) }
}

export type Reading = { viewer: Viewer; now: Date; names: Names; windows: ReadonlyMap<string, ReviewWindowRecord> }

/** One review that is out, in its author's name where it signed; the acts are for those who have to do with the mission. */
export const presentReview = (review: ReviewRecord, { viewer, now, names, windows }: Reading): ReviewView => {
  const { content, reply } = review
  const author = content.kind === 'of_group' || content.isSigned ? names.marks.get(review.authorId) : undefined
  return {
    id: review._id,
    version: review.version,
    kind: review.kind,
    ...(author && { author }),
    groupName: names.groupNames.get(review.groupId) ?? '',
    text: content.text,
    at: review.visibleFrom.toISOString(),
    ...(reply && { reply: { text: reply.text, at: reply.at.toISOString(), by: names.marks.get(reply.by)?.name ?? '' } }),
    abilities: abilitiesIn(review, windows.get(review.missionId), viewer, now),
  }
}

/** What a viewer cannot do for who it is is not offered; for what the review is, it says why. */
const abilitiesIn = (review: ReviewRecord, window: ReviewWindowRecord | undefined, viewer: Viewer, now: Date): ReviewView['abilities'] => {
  if (!window || !mayKnow(viewer, review, window)) return []
  const { organisationId } = viewer
  const reviewed = review.kind === 'of_freelancer' ? [window.freelancerId] : [window.leaderId, window.associationId]
  const isReviewed = organisationId !== null && reviewed.includes(organisationId)
  const mayBeHidden = viewer.isAdmin || (organisationId === window.associationId && review.reports.length > 0)
  return abilitiesOf(reviewProcess, stateAt(review, now), ['reviewed', 'party', 'association', 'admin'], {
    ...(isReviewed && { reply: mayReply(viewer, review, window) }),
    ...(organisationId !== null && organisationId !== review.authorId && { report: mayReport(viewer, review) }),
    ...(mayBeHidden && { hide: mayHide(viewer, review) }),
  } as Record<'reply' | 'report' | 'hide', ReturnType<typeof mayReply>>)
}
