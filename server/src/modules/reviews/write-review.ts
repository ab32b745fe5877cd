import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import type { writeReview as endpoint } from '@mutuo/shared/reviews/review.endpoints.ts'
import { pairedIn } from '@mutuo/shared/reviews/review.rules.ts'
import { organisationOf } from '../../platform/access/acting-for.ts'
import { allow } from '../../platform/access/decision.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { transaction, type Transaction } from '../../platform/mongo/transaction.ts'
import { findWindow } from './find-review.ts'
import { publish } from './publish-reviews.ts'
import { reviewWritten } from './review.events.ts'
import type { ReviewWindowRecord } from './review-window.model.ts'
import { reviewWindowStore } from './review-window.store.ts'
import type { ReviewRecord } from './review.model.ts'
import { mayWrite, sideOf } from './review.policy.ts'
import { reviewStore } from './review.store.ts'

type Asked = Call<typeof endpoint>

/**
 * A party says what the mission was like. Nobody else reads it before the other side is in too, or the window has ended. The same id twice is the same
 * review.
 * @throws NOT_FOUND, FORBIDDEN, OWNER_ONLY, REVIEW_OTHER_SIDE, REVIEWS_NOT_OPEN, REVIEWS_CLOSED, REVIEW_ALREADY_WRITTEN, ALREADY_EXISTS
 */
export const writeReview = async ({ viewer, input, now }: Asked): Promise<string> => {
  const { mission } = await findWindow(viewer, input.missionId)
  const side = sideOf(viewer, mission)
  await transaction(async (tx) => {
    const window = await reviewWindowStore.find(mission._id, tx)
    const made = await reviewStore.find(input.id, tx)
    if (made) return assertSame(made, mission._id, viewer.organisationId)
    allow(mayWrite(viewer, side, window, now))
    if (input.content.kind !== side) throw new DomainError('REVIEW_OTHER_SIDE')
    if (window!.writtenBy.includes(organisationOf(viewer))) throw new DomainError('REVIEW_ALREADY_WRITTEN')
    await keep(reviewFrom(window!, input, organisationOf(viewer), now), window!, now, tx)
  })
  return mission._id
}

const assertSame = (made: ReviewRecord, missionId: string, authorId: string | null): void => {
  if (made.missionId !== missionId || made.authorId !== authorId) throw new DomainError('ALREADY_EXISTS')
}

/** The window is changed with each review: of two sides that write at once, the second sees the first. */
const keep = async (review: ReviewRecord, window: ReviewWindowRecord, now: Date, tx: Transaction): Promise<void> => {
  const counted = await reviewWindowStore.change(window, { writtenBy: [...window.writtenBy, review.authorId] }, tx)
  await reviewStore.insert(review, tx)
  tx.emit(reviewWritten(counted))
  const written = await reviewStore.ofMission(window._id, tx)
  const paired = pairedIn(
    written.map(({ _id, kind, authorId }) => ({ id: _id, kind, authorId })),
    window.firmIds,
  )
  await publish(
    counted,
    written.filter(({ _id }) => paired.includes(_id)),
    now,
    tx,
  )
}

const reviewFrom = (window: ReviewWindowRecord, { id, content }: Asked['input'], authorId: string, now: Date): ReviewRecord => ({
  _id: id,
  missionId: window._id,
  groupId: window.groupId,
  associationId: window.associationId,
  kind: content.kind,
  authorId,
  subjectId: content.kind === 'of_freelancer' ? window.freelancerId : window.groupId,
  state: 'written',
  version: 1,
  content,
  writtenAt: now,
  visibleFrom: window.closesAt,
  reply: null,
  reports: [],
  reportedAt: null,
  hidden: null,
})
