import { guardedUpdate } from '../../platform/mongo/guarded-update.ts'
import type { Transaction } from '../../platform/mongo/transaction.ts'
import { AccountTokenModel, type AccountTokenRecord, type TokenPurpose } from './account-token.model.ts'
import { UserModel, type UserRecord } from './user.model.ts'

const within = (tx?: Transaction) => ({ session: tx?.session ?? null })

export const accountStore = {
  find: (userId: string, tx?: Transaction): Promise<UserRecord | null> =>
    UserModel.findById(userId, null, within(tx)).lean<UserRecord>().exec(),

  findByEmail: (emailFold: string, tx?: Transaction): Promise<UserRecord | null> =>
    UserModel.findOne({ emailFold }, null, within(tx)).lean<UserRecord>().exec(),

  many: (userIds: string[], tx?: Transaction): Promise<UserRecord[]> =>
    UserModel.find({ _id: { $in: userIds } }, null, within(tx))
      .lean<UserRecord[]>()
      .exec(),

  async insert(user: UserRecord, { session }: Transaction): Promise<void> {
    await UserModel.insertMany([user], { session })
  },

  /** @throws STALE_STATE when somebody else changed it first */
  change: (user: UserRecord, set: Partial<UserRecord>, tx: Transaction): Promise<UserRecord> =>
    guardedUpdate(UserModel, { _id: user._id, version: user.version }, { $set: set }, tx),

  async putToken(token: AccountTokenRecord, { session }: Transaction): Promise<void> {
    await AccountTokenModel.insertMany([token], { session })
  },

  /** Whose token this is, without using it. */
  async ownerOfToken(tokenHash: string, purpose: TokenPurpose, now: Date): Promise<UserRecord | null> {
    const token = await AccountTokenModel.findOne({ _id: tokenHash, purpose, expiresAt: { $gt: now } }).lean<AccountTokenRecord>()
    return token && accountStore.find(token.userId)
  },

  /** Uses a token up: whoever comes second finds none. */
  takeToken: (tokenHash: string, purpose: TokenPurpose, now: Date, { session }: Transaction): Promise<AccountTokenRecord | null> =>
    AccountTokenModel.findOneAndDelete({ _id: tokenHash, purpose, expiresAt: { $gt: now } }, { session })
      .lean<AccountTokenRecord>()
      .exec(),

  async dropTokens(userId: string, purpose: TokenPurpose, { session }: Transaction): Promise<void> {
    await AccountTokenModel.deleteMany({ userId, purpose }, { session })
  },
}
