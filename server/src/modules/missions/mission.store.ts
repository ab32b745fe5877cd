import { isOwed } from '@mutuo/shared/missions/mission.rules.ts'
import { guardedUpdate } from '../../platform/mongo/guarded-update.ts'
import { keysetPage } from '../../platform/mongo/keyset-page.ts'
import type { Transaction } from '../../platform/mongo/transaction.ts'
import { MilestoneModel, type MilestoneRecord } from './milestone.model.ts'
import { MissionModel, type MissionRecord } from './mission.model.ts'
import { ShareModel, type ShareRecord } from './share.model.ts'

const within = (tx?: Transaction) => ({ session: tx?.session ?? null })

export const missionStore = {
  async insert(mission: MissionRecord, shares: ShareRecord[], milestones: MilestoneRecord[], { session }: Transaction): Promise<void> {
    await MissionModel.insertMany([mission], { session })
    await ShareModel.insertMany(shares, { session })
    await MilestoneModel.insertMany(milestones, { session })
  },

  find: (missionId: string, tx?: Transaction): Promise<MissionRecord | null> =>
    MissionModel.findById(missionId, null, within(tx)).lean<MissionRecord>().exec(),

  ofNeed: (needId: string, tx?: Transaction): Promise<MissionRecord | null> =>
    MissionModel.findOne({ needId }, null, within(tx)).lean<MissionRecord>().exec(),

  /** Whether the firm has a share in work of the group that is not over. */
  isBound: async (firmId: string, groupId: string): Promise<boolean> =>
    (await MissionModel.exists({ firmIds: firmId, groupId, state: { $in: ['collecting', 'active'] } })) !== null,

  many: (missionIds: string[]): Promise<MissionRecord[]> =>
    MissionModel.find({ _id: { $in: missionIds } })
      .lean<MissionRecord[]>()
      .exec(),

  allIds: async (): Promise<string[]> =>
    (
      await MissionModel.find({}, { _id: 1 }, { sort: { _id: 1 } })
        .lean<{ _id: string }[]>()
        .exec()
    ).map(({ _id }) => _id),

  page: (filter: Record<string, unknown>, limit: number, cursor: string | undefined) =>
    keysetPage(MissionModel, { filter, sortKey: 'awardedAt', direction: 'desc', limit, cursor: cursor ?? null }),

  /** @throws STALE_STATE when somebody else moved it first */
  change: (mission: MissionRecord, set: Partial<MissionRecord>, tx: Transaction): Promise<MissionRecord> =>
    guardedUpdate(MissionModel, { _id: mission._id, state: mission.state, version: mission.version }, { $set: set }, tx),

  share: (shareId: string, tx?: Transaction): Promise<ShareRecord | null> =>
    ShareModel.findById(shareId, null, within(tx)).lean<ShareRecord>().exec(),

  /** What firms owe. */
  shares: async (missionIds: string[], tx?: Transaction): Promise<ShareRecord[]> =>
    (await missionStore.lines(missionIds, tx)).filter(isOwed),

  /** Those, the lines that wait for their payment to come in, and what is charged for amendments. */
  lines: (missionIds: string[], tx?: Transaction): Promise<ShareRecord[]> =>
    ShareModel.find({ missionId: { $in: missionIds } }, null, { ...within(tx), sort: { missionId: 1, firmId: 1 } })
      .lean<ShareRecord[]>()
      .exec(),

  /** What each firm whose share rises is charged. */
  rises: (amendmentId: string, tx?: Transaction): Promise<ShareRecord[]> =>
    ShareModel.find({ 'raises.amendmentId': amendmentId }, null, { ...within(tx), sort: { firmId: 1 } })
      .lean<ShareRecord[]>()
      .exec(),

  pastGrace: (now: Date, limit: number): Promise<ShareRecord[]> =>
    ShareModel.find({ state: { $in: ['requires_action', 'dunning'] }, dueBy: { $lte: now } }, null, { sort: { dueBy: 1 }, limit })
      .lean<ShareRecord[]>()
      .exec(),

  /** Unpaid shares for which a taker is looked for on the waiting list. */
  sought: (limit: number): Promise<Pick<ShareRecord, '_id'>[]> =>
    ShareModel.find({ waterfallStep: 'waiting_list' }, { _id: 1 }, { limit }).lean<Pick<ShareRecord, '_id'>[]>().exec(),

  async insertShare(share: ShareRecord, { session }: Transaction): Promise<void> {
    await ShareModel.insertMany([share], { session })
  },

  /** @throws STALE_STATE when somebody else moved it first */
  changeShare: (share: ShareRecord, set: Partial<ShareRecord>, tx: Transaction): Promise<ShareRecord> =>
    guardedUpdate(ShareModel, { _id: share._id, state: share.state, version: share.version }, { $set: set }, tx),

  milestone: (missionId: string, milestoneId: string, tx?: Transaction): Promise<MilestoneRecord | null> =>
    MilestoneModel.findOne({ _id: milestoneId, missionId }, null, within(tx)).lean<MilestoneRecord>().exec(),

  milestones: (missionIds: string[], tx?: Transaction): Promise<MilestoneRecord[]> =>
    MilestoneModel.find({ missionId: { $in: missionIds } }, null, { ...within(tx), sort: { missionId: 1, position: 1 } })
      .lean<MilestoneRecord[]>()
      .exec(),

  /** @throws STALE_STATE when somebody else moved it first */
  changeMilestone: (milestone: MilestoneRecord, set: Partial<MilestoneRecord>, tx: Transaction): Promise<MilestoneRecord> =>
    guardedUpdate(MilestoneModel, { _id: milestone._id, state: milestone.state, version: milestone.version }, { $set: set }, tx),

  async insertMilestone(milestone: MilestoneRecord, { session }: Transaction): Promise<void> {
    await MilestoneModel.insertMany([milestone], { session })
  },

  dueForReminder: (now: Date, limit: number): Promise<Pick<MilestoneRecord, '_id' | 'missionId'>[]> =>
    MilestoneModel.find({ remindAt: { $lte: now } }, { _id: 1, missionId: 1 }, { limit })
      .lean<Pick<MilestoneRecord, '_id' | 'missionId'>[]>()
      .exec(),

  dueForTacitAcceptance: (now: Date, limit: number): Promise<Pick<MilestoneRecord, '_id' | 'missionId'>[]> =>
    MilestoneModel.find({ state: 'delivered', 'delivery.tacitAt': { $lte: now } }, { _id: 1, missionId: 1 }, { limit })
      .lean<Pick<MilestoneRecord, '_id' | 'missionId'>[]>()
      .exec(),
}
