import { guardedUpdate } from '../../platform/mongo/guarded-update.ts'
import { keysetPage, type KeysetPage } from '../../platform/mongo/keyset-page.ts'
import type { Transaction } from '../../platform/mongo/transaction.ts'
import { QuestionModel, type QuestionRecord } from './question.model.ts'

/** Whose questions count: everybody's, or those that are answered and the asker's own. */
type Seen = { needId: string; isInside: boolean; askerId: string | null }

type AskedCount = Pick<QuestionRecord, 'askerId' | 'state'> & { count: number }

const seenBy = ({ needId, isInside, askerId }: Seen) => ({
  needId,
  ...(!isInside && { $or: [{ state: 'answered' as const }, ...(askerId ? [{ askerId }] : [])] }),
})

export const questionStore = {
  async insert(question: QuestionRecord, { session }: Transaction): Promise<void> {
    await QuestionModel.insertMany([question], { session })
  },

  find: (questionId: string, tx?: Transaction): Promise<QuestionRecord | null> =>
    QuestionModel.findById(questionId, null, { session: tx?.session ?? null })
      .lean<QuestionRecord>()
      .exec(),

  waitingOf: (needId: string, askerId: string, { session }: Transaction): Promise<number> =>
    QuestionModel.countDocuments({ needId, askerId, state: 'waiting' }, { session }).exec(),

  /** The latest first. */
  page: (seen: Seen, limit: number, cursor: string | undefined): Promise<KeysetPage<QuestionRecord>> =>
    keysetPage(QuestionModel, { filter: seenBy(seen), sortKey: 'askedAt', direction: 'desc', limit, cursor }),

  count: (seen: Seen, state: QuestionRecord['state']): Promise<number> =>
    QuestionModel.countDocuments({ $and: [seenBy(seen), { state }] }).exec(),

  /** By asker and state. */
  countsByAsker: (needId: string): Promise<AskedCount[]> =>
    QuestionModel.aggregate<AskedCount>([
      { $match: { needId } },
      { $group: { _id: { askerId: '$askerId', state: '$state' }, count: { $sum: 1 } } },
      { $project: { _id: 0, askerId: '$_id.askerId', state: '$_id.state', count: 1 } },
    ]),

  /** @throws STALE_STATE when somebody else answered first */
  change: (question: QuestionRecord, set: Partial<QuestionRecord>, tx: Transaction): Promise<QuestionRecord> => {
    const { _id, groupId, state, version } = question
    return guardedUpdate(QuestionModel, { _id, groupId, state, version }, { $set: set }, tx)
  },
}
