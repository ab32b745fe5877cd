import type { Transaction } from '../../platform/mongo/transaction.ts'
import { RoomModel, type RoomRecord } from './room.model.ts'
import { RoomReadModel, type RoomReadRecord } from './room-read.model.ts'

export const roomStore = {
  find: (roomId: string): Promise<RoomRecord | null> => RoomModel.findById(roomId).lean<RoomRecord>().exec(),
  ofSubject: (subjectId: string): Promise<RoomRecord[]> => RoomModel.find({ subjectId }, null, { limit: 300 }).lean<RoomRecord[]>().exec(),

  /** The rooms that an organisation reads, the most recently written first. */
  ofReader: (organisationId: string, subjectId: string | undefined): Promise<RoomRecord[]> =>
    RoomModel.find({ readerIds: organisationId, ...(subjectId && { subjectId }) }, null, {
      sort: { 'lastMessage.at': -1, _id: -1 },
      limit: 200,
    })
      .lean<RoomRecord[]>()
      .exec(),

  async insert(room: RoomRecord, { session }: Transaction): Promise<void> {
    await RoomModel.insertMany([room], { session })
  },

  ofKey: (key: string, { session }: Transaction): Promise<RoomRecord | null> =>
    RoomModel.findOne({ key }, null, { session }).lean<RoomRecord>().exec(),

  async setReaders(roomId: string, readerIds: string[], { session }: Transaction): Promise<void> {
    await RoomModel.updateOne({ _id: roomId }, { $set: { readerIds } }, { session })
  },

  /** What the list of rooms shows of the last message, where that one was changed. */
  async changeExcerpt(roomId: string, seq: number, excerpt: string, { session }: Transaction): Promise<void> {
    await RoomModel.updateOne({ _id: roomId, head: seq }, { $set: { 'lastMessage.excerpt': excerpt } }, { session })
  },

  /** One room, or all of a subject: they are read, and written no more. */
  async close(which: Pick<RoomRecord, '_id'> | Pick<RoomRecord, 'subjectId'>): Promise<void> {
    await RoomModel.updateMany(which, { $set: { isReadOnly: true } })
  },

  /** The next sequence number, in the sender's transaction: a message has one, and there is no gap. */
  async nextSeq(roomId: string, lastMessage: NonNullable<RoomRecord['lastMessage']>, { session }: Transaction): Promise<number> {
    const room = await RoomModel.findOneAndUpdate(
      { _id: roomId },
      { $inc: { head: 1 }, $set: { lastMessage } },
      { session, returnDocument: 'after', projection: { head: 1 } },
    )
      .lean<Pick<RoomRecord, 'head'>>()
      .orFail()
      .exec()
    return room.head
  },

  heads: (roomIds: string[]): Promise<Pick<RoomRecord, '_id' | 'head'>[]> =>
    RoomModel.find({ _id: { $in: roomIds } }, { head: 1 })
      .lean<Pick<RoomRecord, '_id' | 'head'>[]>()
      .exec(),

  readsOf: (userId: string, roomIds: string[]): Promise<RoomReadRecord[]> =>
    RoomReadModel.find({ userId, roomId: { $in: roomIds } })
      .lean<RoomReadRecord[]>()
      .exec(),

  async markRead(roomId: string, userId: string, seq: number): Promise<void> {
    await RoomReadModel.updateOne({ _id: `${roomId}:${userId}` }, { $max: { seq }, $setOnInsert: { roomId, userId } }, { upsert: true })
  },
}
