import type { Migration } from '../../platform/mongo/migrate.ts'

type Mission = { _id: string; needId: string; leaderId: string; firmIds: string[] }
type Room = { _id: string; subjectId: string; audience: string; readerIds: string[]; isReadOnly: boolean }

/** Firms that had handed their share over before rooms closed behind them. */
const closeBehindFormerFirms: Migration = {
  name: '2026-11-close-rooms-of-former-firms',
  run: async (db) => {
    const [rooms, shares] = [db.collection<Room>('rooms'), db.collection<{ missionId: string; firmId: string }>('shares')]
    for await (const { _id, needId, leaderId, firmIds } of db.collection<Mission>('missions').find()) {
      const former = await shares.distinct('firmId', { missionId: _id, state: 'reallocated', firmId: { $nin: firmIds } })
      if (former.length === 0) continue
      const alone = { subjectId: _id, audience: 'firm_and_freelancer', readerIds: { $in: former } }
      await rooms.updateMany(alone, { $set: { isReadOnly: true } })
      const gone = former.filter((firmId) => firmId !== leaderId)
      await rooms.updateMany({ subjectId: needId, audience: 'firms' }, { $pull: { readerIds: { $in: gone } } })
    }
  },
}

export const chatMigrations = [closeBehindFormerFirms]
