import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import type { QueryFilter } from 'mongoose'
import { guardedUpdate } from '../../platform/mongo/guarded-update.ts'
import { keysetPage, type KeysetPage } from '../../platform/mongo/keyset-page.ts'
import { readOnce } from '../../platform/mongo/read-once.ts'
import type { Transaction } from '../../platform/mongo/transaction.ts'
import { listingOf } from './listing.ts'
import { NeedModel, type HistoryLine, type NeedRecord } from './need.model.ts'

export type NeedFilter = QueryFilter<NeedRecord>
/** What of a need a card shows. */
export type ListedNeed = Omit<NeedRecord, 'history' | 'searchTokens' | 'areas'>
/** What of a need is compared with another. */
export type ComparedNeed = Omit<NeedRecord, 'history' | 'searchTokens'>
export type Page = {
  sortKey: 'closesAt' | 'listedAt' | 'firmsMissing'
  direction: 'asc' | 'desc'
  limit: number
  cursor?: string | null | undefined
}
export type Progress = Pick<NeedRecord, 'firms' | 'firmsMissing' | 'promisedMinor' | 'isMinimumReached'>

export type PastNeed = Pick<NeedRecord, '_id' | 'leaderId' | 'skills' | 'listedAt' | 'history'>

/** Once among the members' eyes, whatever became of it. A draft that was given up was never: its history says so. */
const PAST: NeedRecord['state'][] = ['gathering', 'bidding', 'negotiating', 'voting', 'awarded', 'done', 'expired', 'cancelled']

const sessionOf = (tx?: Transaction) => ({ session: tx?.session ?? null })

export const needStore = {
  async insert(need: NeedRecord, { session }: Transaction): Promise<void> {
    await NeedModel.insertMany([need], { session })
  },

  find: (needId: string, tx?: Transaction): Promise<NeedRecord | null> =>
    readOnce(`need:${needId}`, () => NeedModel.findById(needId, null, sessionOf(tx)).lean<NeedRecord>().exec()),

  many: (needIds: readonly string[], tx?: Transaction): Promise<NeedRecord[]> =>
    NeedModel.find({ _id: { $in: [...needIds] } }, null, sessionOf(tx))
      .lean<NeedRecord[]>()
      .exec(),

  /** Moves or edits on condition that nobody did meanwhile; what lists filter by follows, and the history gets its line. @throws STALE_STATE */
  change(need: NeedRecord, set: Partial<NeedRecord>, line: HistoryLine | null, tx: Transaction): Promise<NeedRecord> {
    const listing = listingOf({ ...need, ...set })
    return guardedUpdate(
      NeedModel,
      { _id: need._id, groupId: need.groupId, state: need.state, version: need.version },
      { $set: { ...set, ...listing }, ...(line && { $push: { history: { $each: [line], $slice: -100 } } }) },
      tx,
    )
  },

  /** Makes every other transaction that holds or moves the need wait for this one. */
  async hold(needId: string, { session }: Transaction): Promise<void> {
    await NeedModel.updateOne({ _id: needId }, { $inc: { holds: 1 } }, { session })
  },

  /** Notes how far the firms and bids are; its version stays, since nobody's edit is concerned. @throws STALE_STATE when it has left the state */
  async note({ _id, groupId, state }: NeedRecord, set: Progress, bids: number, { session }: Transaction): Promise<void> {
    const { matchedCount } = await NeedModel.updateOne({ _id, groupId, state }, { $set: set, $inc: { bidCount: bids } }, { session })
    if (matchedCount === 0) throw new DomainError('STALE_STATE')
  },

  due: (now: Date, limit: number): Promise<Pick<NeedRecord, '_id'>[]> =>
    NeedModel.find(
      { state: { $in: ['gathering', 'bidding', 'negotiating'] }, closesAt: { $lt: now } },
      { _id: 1 },
      { limit, sort: { closesAt: 1 } },
    )
      .lean<Pick<NeedRecord, '_id'>[]>()
      .exec(),

  ofAssociation: (associationId: string): Promise<NeedRecord[]> =>
    NeedModel.find({ associationId }, { searchTokens: 0, areas: 0 }, { sort: { closesAt: -1, _id: -1 }, limit: 200 })
      .lean<NeedRecord[]>()
      .exec(),

  /** Needs of the group that can still change. */
  openOfGroup: (groupId: string): Promise<Pick<NeedRecord, '_id'>[]> =>
    NeedModel.find({ groupId, state: { $in: ['gathering', 'bidding', 'negotiating', 'voting', 'awarded'] } }, { _id: 1 }, { limit: 500 })
      .lean<Pick<NeedRecord, '_id'>[]>()
      .exec(),

  /** The first to close, to be ranked by a rule. */
  compared: (filter: NeedFilter, limit: number): Promise<ComparedNeed[]> =>
    NeedModel.find(filter, { history: 0, searchTokens: 0 }, { limit, sort: { closesAt: 1 } })
      .lean<ComparedNeed[]>()
      .exec(),

  /** What the group has seen its firms look for, the latest first. */
  pastOfGroup: (groupId: string, skills: readonly string[], limit: number): Promise<PastNeed[]> =>
    NeedModel.find(
      { groupId, state: { $in: PAST }, skills: { $in: [...skills] } },
      { leaderId: 1, skills: 1, listedAt: 1, history: 1 },
      { limit, sort: { closesAt: -1 } },
    )
      .lean<PastNeed[]>()
      .exec(),

  page: (filter: NeedFilter, page: Page): Promise<KeysetPage<ListedNeed>> =>
    keysetPage(NeedModel, { filter, ...page, projection: { history: 0, searchTokens: 0, areas: 0 } }),

  count: (filter: NeedFilter): Promise<number> => NeedModel.countDocuments(filter).exec(),
}
