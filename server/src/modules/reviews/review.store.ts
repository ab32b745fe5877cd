import type { Counted } from '@mutuo/shared/reviews/review.rules.ts'
import { guardedUpdate } from '../../platform/mongo/guarded-update.ts'
import { keysetPage, type KeysetPage } from '../../platform/mongo/keyset-page.ts'
import type { Transaction } from '../../platform/mongo/transaction.ts'
import { ReviewModel, type ReviewRecord } from './review.model.ts'

const within = (tx?: Transaction) => ({ session: tx?.session ?? null })

/** A window that has ended counts as published, whether or not the job has been there. */
const outOf = (subjectId: string, at: Date) => ({
  subjectId,
  visibleFrom: { $lte: at },
  state: { $in: ['written' as const, 'published' as const] },
})

export const reviewStore = {
  find: (reviewId: string, tx?: Transaction): Promise<ReviewRecord | null> =>
    ReviewModel.findById(reviewId, null, within(tx)).lean<ReviewRecord>().exec(),

  /** One a firm and one of the freelancer at most. */
  ofMission: (missionId: string, tx?: Transaction): Promise<ReviewRecord[]> =>
    ReviewModel.find({ missionId }, null, within(tx)).lean<ReviewRecord[]>().exec(),

  async insert(review: ReviewRecord, { session }: Transaction): Promise<void> {
    await ReviewModel.insertMany([review], { session })
  },

  /** @throws STALE_STATE when somebody else moved it first */
  change: ({ _id, state, version }: ReviewRecord, set: Partial<ReviewRecord>, tx: Transaction): Promise<ReviewRecord> =>
    guardedUpdate(ReviewModel, { _id, state, version }, { $set: set }, tx),

  /** What figures are made of, without the words. */
  countedOf: (subjectId: string, at: Date, tx?: Transaction): Promise<Counted[]> =>
    ReviewModel.find(outOf(subjectId, at), { authorId: 1, groupId: 1, 'content.marks': 1, 'content.wouldWorkAgain': 1 }, within(tx))
      .lean<Counted[]>()
      .exec(),

  /** The latest first; `signedOnly` leaves out those whose firm must not be told. */
  pageOf: (
    { subjectId, signedOnly, at }: { subjectId: string; signedOnly: boolean; at: Date },
    limit: number,
    cursor: string | undefined,
  ): Promise<KeysetPage<ReviewRecord>> =>
    keysetPage(ReviewModel, {
      filter: { ...outOf(subjectId, at), ...(signedOnly && { 'content.isSigned': true }) },
      sortKey: 'visibleFrom',
      direction: 'desc',
      limit,
      cursor,
    }),

  /** Reported and not hidden; of every association where none is named. */
  reportedPage: (associationId: string | null, limit: number, cursor: string | undefined): Promise<KeysetPage<ReviewRecord>> =>
    keysetPage(ReviewModel, {
      filter: {
        reportedAt: { $gt: new Date(0) },
        state: { $in: ['written', 'published'] },
        ...(associationId !== null && { associationId }),
      },
      sortKey: 'reportedAt',
      direction: 'desc',
      limit,
      cursor,
    }),
}
