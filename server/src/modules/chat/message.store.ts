import type { Transaction } from '../../platform/mongo/transaction.ts'
import { MessageModel, type MessageRecord } from './message.model.ts'

export const messageStore = {
  async insert(message: MessageRecord, { session }: Transaction): Promise<void> {
    await MessageModel.insertMany([message], { session })
  },

  findSent: (roomId: string, authorId: string, clientId: string): Promise<MessageRecord | null> =>
    MessageModel.findOne({ roomId, authorId, clientId }).lean<MessageRecord>().exec(),

  find: (roomId: string, messageId: string): Promise<MessageRecord | null> =>
    MessageModel.findOne({ _id: messageId, roomId }).lean<MessageRecord>().exec(),

  after: (roomId: string, seq: number, limit: number): Promise<MessageRecord[]> =>
    MessageModel.find({ roomId, seq: { $gt: seq } }, null, { sort: { seq: 1 }, limit })
      .lean<MessageRecord[]>()
      .exec(),

  /** The slice that ends just before `seq`, in order. */
  async before(roomId: string, seq: number, limit: number): Promise<MessageRecord[]> {
    const latestFirst = await MessageModel.find({ roomId, seq: { $lt: seq } }, null, { sort: { seq: -1 }, limit })
      .lean<MessageRecord[]>()
      .exec()
    return latestFirst.reverse()
  },

  /** Null when it has been taken back meanwhile. */
  change: (message: MessageRecord, set: Partial<MessageRecord>, { session }: Transaction): Promise<MessageRecord | null> =>
    MessageModel.findOneAndUpdate(
      { _id: message._id, roomId: message.roomId, deletedAt: null },
      { $set: set },
      { session, returnDocument: 'after' },
    )
      .lean<MessageRecord>()
      .exec(),
}
