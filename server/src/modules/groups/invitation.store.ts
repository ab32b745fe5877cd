import type { Transaction } from '../../platform/mongo/transaction.ts'
import { InvitationModel, type InvitationRecord } from './invitation.model.ts'

const MOST_SHOWN = 200
const within = (tx?: Transaction) => ({ session: tx?.session ?? null })

export const invitationStore = {
  ofGroup: (groupId: string): Promise<InvitationRecord[]> =>
    InvitationModel.find({ groupId }, null, { sort: { sentAt: -1 }, limit: MOST_SHOWN })
      .lean<InvitationRecord[]>()
      .exec(),

  /** Those of the addresses that hold a letter which still opens. */
  open: (groupId: string, emailFolds: string[], now: Date, tx: Transaction): Promise<InvitationRecord[]> =>
    InvitationModel.find({ groupId, emailFold: { $in: emailFolds }, state: 'sent', expiresAt: { $gt: now } }, null, within(tx))
      .lean<InvitationRecord[]>()
      .exec(),

  findBySecret: (secretHash: string, now: Date, tx?: Transaction): Promise<InvitationRecord | null> =>
    InvitationModel.findOne({ secretHash, state: 'sent', expiresAt: { $gt: now } }, null, within(tx))
      .lean<InvitationRecord>()
      .exec(),

  /** New letters, each in the place of the last one to that address. */
  async put(invitations: InvitationRecord[], { session }: Transaction): Promise<void> {
    if (invitations.length === 0) return
    const written = invitations.map(({ _id, groupId, emailFold, ...said }) => ({
      updateOne: { filter: { groupId, emailFold }, update: { $set: said, $setOnInsert: { _id } }, upsert: true },
    }))
    await InvitationModel.bulkWrite(written, { session })
  },

  /** Uses a letter up. False when somebody else just has. */
  async accept({ _id, groupId, secretHash }: InvitationRecord, { session }: Transaction): Promise<boolean> {
    const { matchedCount } = await InvitationModel.updateOne(
      { _id, groupId, secretHash, state: 'sent' },
      { $set: { state: 'accepted' } },
      { session },
    )
    return matchedCount === 1
  },
}
