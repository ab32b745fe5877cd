import { guardedUpdate } from '../../platform/mongo/guarded-update.ts'
import type { Transaction } from '../../platform/mongo/transaction.ts'
import { PledgeModel, type PledgeRecord } from './pledge.model.ts'

export type PledgeState = PledgeRecord['state']
/** A firm's place at the table: joined, bound, or part of the mission. */
export const LIVE: PledgeState[] = ['draft', 'ready', 'locked', 'converted']

const sessionOf = (tx?: Transaction) => ({ session: tx?.session ?? null })

export const pledgeStore = {
  async insert(pledge: PledgeRecord, { session }: Transaction): Promise<void> {
    await PledgeModel.insertMany([pledge], { session })
  },

  find: (pledgeId: string, tx?: Transaction): Promise<PledgeRecord | null> =>
    PledgeModel.findById(pledgeId, null, sessionOf(tx)).lean<PledgeRecord>().exec(),

  /** Of several needs in one question, by time of pledge. */
  ofNeeds: (needIds: readonly string[], states: readonly PledgeState[], tx?: Transaction): Promise<PledgeRecord[]> =>
    PledgeModel.find({ needId: { $in: [...needIds] }, state: { $in: [...states] } }, null, {
      ...sessionOf(tx),
      sort: { madeAt: 1, _id: 1 },
    })
      .lean<PledgeRecord[]>()
      .exec(),

  /** The firm's pledges in these states, the latest first. */
  ofFirm: (
    firmId: string,
    states: readonly PledgeState[],
    limit: number,
    tx?: Transaction,
  ): Promise<Pick<PledgeRecord, '_id' | 'needId'>[]> =>
    PledgeModel.find({ firmId, state: { $in: [...states] } }, { needId: 1 }, { ...sessionOf(tx), sort: { madeAt: -1 }, limit })
      .lean<Pick<PledgeRecord, '_id' | 'needId'>[]>()
      .exec(),

  ofFirmIn: (firmId: string, needId: string, states: readonly PledgeState[], tx?: Transaction): Promise<PledgeRecord | null> =>
    PledgeModel.findOne({ needId, firmId, state: { $in: [...states] } }, null, sessionOf(tx))
      .lean<PledgeRecord>()
      .exec(),

  /** Whether the firm is bound in the group by a pledge that is not over. */
  isBound: async (firmId: string, groupId: string): Promise<boolean> =>
    (await PledgeModel.exists({ groupId, firmId, state: { $in: ['ready', 'locked'] } })) !== null,

  /** @throws STALE_STATE when somebody else moved it first */
  change: (pledge: PledgeRecord, set: Partial<PledgeRecord>, tx: Transaction): Promise<PledgeRecord> =>
    guardedUpdate(
      PledgeModel,
      { _id: pledge._id, groupId: pledge.groupId, state: pledge.state, version: pledge.version },
      { $set: set },
      tx,
    ),

  /** Moves all of them at once: they were read in the same transaction. */
  async moveAll(pledges: readonly PledgeRecord[], state: PledgeState, { session }: Transaction): Promise<void> {
    if (pledges.length === 0) return
    const ids = pledges.map((pledge) => pledge._id)
    await PledgeModel.updateMany(
      { _id: { $in: ids }, groupId: pledges[0]!.groupId },
      { $set: { state }, $inc: { version: 1 } },
      { session },
    )
  },

  /** Puts all of them into another need of the group, as they are: they were read in the same transaction. */
  async moveToNeed(pledges: readonly PledgeRecord[], needId: string, { session }: Transaction): Promise<void> {
    if (pledges.length === 0) return
    const ids = pledges.map((pledge) => pledge._id)
    await PledgeModel.updateMany(
      { _id: { $in: ids }, groupId: pledges[0]!.groupId },
      { $set: { needId }, $inc: { version: 1 } },
      { session },
    )
  },
}
