import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import type { Transaction } from '../../platform/mongo/transaction.ts'
import { AlertFindModel, type AlertFindRecord } from './alert-find.model.ts'
import { AlertModel, type AlertRecord } from './alert.model.ts'

type Owner = Pick<AlertRecord, 'userId' | 'organisationId'>
const sessionOf = (tx?: Transaction) => ({ session: tx?.session ?? null })

export const alertStore = {
  async insert(alert: AlertRecord, { session }: Transaction): Promise<void> {
    await AlertModel.insertMany([alert], { session })
  },

  find: (alertId: string, tx?: Transaction): Promise<AlertRecord | null> =>
    AlertModel.findById(alertId, null, sessionOf(tx)).lean<AlertRecord>().exec(),

  /** The latest first; they are few. */
  ofOwner: ({ userId, organisationId }: Owner, limit: number, tx?: Transaction): Promise<AlertRecord[]> =>
    AlertModel.find({ userId, organisationId }, null, { ...sessionOf(tx), sort: { savedAt: -1, _id: -1 }, limit })
      .lean<AlertRecord[]>()
      .exec(),

  /** A page of the alerts that look in one of the areas for one of the skills. */
  lookingFor: (areas: readonly string[], skills: readonly string[], after: string, limit: number): Promise<AlertRecord[]> =>
    AlertModel.find({ areas: { $in: [...areas] }, skill: { $in: [...skills] }, _id: { $gt: after } }, null, { sort: { _id: 1 }, limit })
      .lean<AlertRecord[]>()
      .exec(),

  due: (now: Date, limit: number): Promise<AlertRecord[]> =>
    AlertModel.find({ dueAt: { $lte: now } }, null, { sort: { dueAt: 1 }, limit })
      .lean<AlertRecord[]>()
      .exec(),

  /** @throws STALE_STATE when it has changed or gone meanwhile */
  async change({ _id, userId, version }: AlertRecord, set: Partial<AlertRecord>, { session }: Transaction): Promise<void> {
    const { matchedCount } = await AlertModel.updateOne({ _id, userId, version }, { $set: set, $inc: { version: 1 } }, { session })
    if (matchedCount === 0) throw new DomainError('STALE_STATE')
  },

  /** What waits to be told keeps its hour; the version stays, since nobody's edit is concerned. */
  async setDue(alertIds: readonly string[], dueAt: Date, { session }: Transaction): Promise<void> {
    await AlertModel.updateMany({ _id: { $in: [...alertIds] }, dueAt: null }, { $set: { dueAt } }, { session })
  },

  async remove({ _id, userId }: Pick<AlertRecord, '_id' | 'userId'>, { session }: Transaction): Promise<void> {
    await AlertModel.deleteOne({ _id, userId }, { session })
    await AlertFindModel.deleteMany({ alertId: _id, toldAt: null }, { session })
  },

  /** Those of the people for whom the need was found already. */
  async peopleWhoFound(needId: string, userIds: readonly string[], tx: Transaction): Promise<Set<string>> {
    const found = await AlertFindModel.find({ userId: { $in: [...userIds] }, needId }, { userId: 1 }, sessionOf(tx))
      .lean<Pick<AlertFindRecord, 'userId'>[]>()
      .exec()
    return new Set(found.map(({ userId }) => userId))
  },

  async insertFinds(finds: AlertFindRecord[], { session }: Transaction): Promise<void> {
    if (finds.length > 0) await AlertFindModel.insertMany(finds, { session })
  },

  /** What waits to be told, oldest first. */
  untold: (alertId: string, limit: number, tx: Transaction): Promise<AlertFindRecord[]> =>
    AlertFindModel.find({ alertId, toldAt: null }, null, { ...sessionOf(tx), sort: { foundAt: 1 }, limit })
      .lean<AlertFindRecord[]>()
      .exec(),

  async markTold(finds: readonly AlertFindRecord[], now: Date, { session }: Transaction): Promise<void> {
    await AlertFindModel.updateMany({ _id: { $in: finds.map(({ _id }) => _id) } }, { $set: { toldAt: now } }, { session })
  },
}
