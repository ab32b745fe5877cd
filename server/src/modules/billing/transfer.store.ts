import { guardedUpdate } from '../../platform/mongo/guarded-update.ts'
import type { Transaction } from '../../platform/mongo/transaction.ts'
import { TransferModel, type TransferRecord } from './transfer.model.ts'

const within = (tx?: Transaction) => ({ session: tx?.session ?? null })

export const transferStore = {
  async insert(transfers: TransferRecord[], { session }: Transaction): Promise<void> {
    await TransferModel.insertMany(transfers, { session })
  },

  find: (transferId: string, tx?: Transaction): Promise<TransferRecord | null> =>
    TransferModel.findById(transferId, null, within(tx)).lean<TransferRecord>().exec(),

  ofMilestone: (missionId: string, milestoneId: string, tx?: Transaction): Promise<TransferRecord[]> =>
    TransferModel.find({ missionId, milestoneId }, null, within(tx)).lean<TransferRecord[]>().exec(),

  ofShares: (missionId: string, shareIds: readonly string[], tx?: Transaction): Promise<TransferRecord[]> =>
    TransferModel.find({ missionId, shareId: { $in: [...shareIds] } }, null, within(tx))
      .lean<TransferRecord[]>()
      .exec(),

  ofMissions: (missionIds: string[]): Promise<TransferRecord[]> =>
    TransferModel.find({ missionId: { $in: missionIds } }, null, { sort: { missionId: 1, bookedAt: -1 } })
      .lean<TransferRecord[]>()
      .exec(),

  ofFreelancer: (freelancerId: string, limit: number): Promise<TransferRecord[]> =>
    TransferModel.find({ freelancerId }, null, { sort: { bookedAt: -1 }, limit })
      .lean<TransferRecord[]>()
      .exec(),

  ofMilestones: (missionIds: string[], milestoneIds: string[]): Promise<TransferRecord[]> =>
    TransferModel.find({ missionId: { $in: missionIds }, milestoneId: { $in: milestoneIds } }, null, { sort: { _id: 1 } })
      .lean<TransferRecord[]>()
      .exec(),

  blockedOf: (freelancerId: string): Promise<TransferRecord[]> =>
    TransferModel.find({ freelancerId, state: 'blocked' }, null, { sort: { bookedAt: 1 }, limit: 500 })
      .lean<TransferRecord[]>()
      .exec(),

  dueForLook: (now: Date, limit: number): Promise<TransferRecord[]> =>
    TransferModel.find({ lookAt: { $lte: now } }, null, { sort: { lookAt: 1 }, limit })
      .lean<TransferRecord[]>()
      .exec(),

  async lookLater(transferId: string, lookAt: Date): Promise<void> {
    await TransferModel.updateOne({ _id: transferId, state: { $in: ['queued', 'blocked'] } }, { $set: { lookAt } })
  },

  all: (): Promise<TransferRecord[]> =>
    TransferModel.find({}, null, { sort: { _id: 1 } })
      .lean<TransferRecord[]>()
      .exec(),

  /** @throws STALE_STATE when somebody else moved it first */
  change: (transfer: TransferRecord, set: Partial<TransferRecord>, tx: Transaction): Promise<TransferRecord> =>
    guardedUpdate(TransferModel, { _id: transfer._id, state: transfer.state, version: transfer.version }, { $set: set }, tx),
}
