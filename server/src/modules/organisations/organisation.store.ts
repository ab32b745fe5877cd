import type { QueryFilter } from 'mongoose'
import type { Rating } from '@mutuo/shared/organisations/rating.rules.ts'
import { guardedUpdate } from '../../platform/mongo/guarded-update.ts'
import { isInAnAnswer, readManyOnce, readOnce } from '../../platform/mongo/read-once.ts'
import type { Transaction } from '../../platform/mongo/transaction.ts'
import { ColleagueInvitationModel, type ColleagueInvitationRecord } from './colleague-invitation.model.ts'
import { OrganisationModel, type OrganisationRecord, type PaymentRecord, type PayoutRecord } from './organisation.model.ts'

const within = (tx?: Transaction) => ({ session: tx?.session ?? null })

export const organisationStore = {
  find: (organisationId: string, tx?: Transaction): Promise<OrganisationRecord | null> =>
    readOnce(`organisation:${organisationId}`, () =>
      OrganisationModel.findById(organisationId, null, within(tx)).lean<OrganisationRecord>().exec(),
    ),

  /** Some fields of each, or all of them for an answer, of which another part may need the rest; those that do not exist are absent. */
  many: async <K extends keyof OrganisationRecord>(
    ids: readonly string[],
    fields: readonly K[],
    tx?: Transaction,
  ): Promise<Pick<OrganisationRecord, K | '_id'>[]> => {
    const wanted = [...new Set(ids)]
    const read = (some: string[], only: readonly K[]) =>
      OrganisationModel.find({ _id: { $in: some } }, Object.fromEntries(only.map((field) => [field, 1])), within(tx))
        .lean<Pick<OrganisationRecord, K | '_id'>[]>()
        .exec()
    if (wanted.length === 0) return []
    return isInAnAnswer() ? readManyOnce('organisation', wanted, (some) => read(some, [])) : read(wanted, fields)
  },

  /** Of the neighbours of one kind, a few hundred at most. */
  async coloursIn(communeCode: string, kind: OrganisationRecord['kind']): Promise<number[]> {
    const found = await OrganisationModel.find({ 'address.communeCode': communeCode, kind }, { colour: 1 }, { limit: 300 })
      .lean<Pick<OrganisationRecord, 'colour'>[]>()
      .exec()
    return found.map(({ colour }) => colour)
  },

  ofUser: (userId: string): Promise<Pick<OrganisationRecord, '_id' | 'name' | 'kind' | 'address' | 'colour' | 'people'>[]> =>
    OrganisationModel.find(
      { 'people.userId': userId },
      { name: 1, kind: 1, address: 1, colour: 1, people: 1 },
      { sort: { createdAt: 1 }, limit: 50 },
    )
      .lean<Pick<OrganisationRecord, '_id' | 'name' | 'kind' | 'address' | 'colour' | 'people'>[]>()
      .exec(),

  ofUsers: (userIds: string[]): Promise<Pick<OrganisationRecord, '_id' | 'name' | 'people'>[]> =>
    OrganisationModel.find({ 'people.userId': { $in: userIds } }, { name: 1, people: 1 }, { sort: { createdAt: 1 } })
      .lean<Pick<OrganisationRecord, '_id' | 'name' | 'people'>[]>()
      .exec(),

  /** Organisations of a kind that all the tokens lead to. */
  search: (filter: QueryFilter<OrganisationRecord>, limit: number): Promise<OrganisationRecord[]> =>
    OrganisationModel.find(filter, null, { limit, sort: { nameFold: 1, _id: 1 } })
      .lean<OrganisationRecord[]>()
      .exec(),

  async insert(organisation: OrganisationRecord, { session }: Transaction): Promise<void> {
    await OrganisationModel.insertMany([organisation], { session })
  },

  /** @throws STALE_STATE when somebody else changed it first */
  change: (
    before: Pick<OrganisationRecord, '_id' | 'version'>,
    set: Partial<OrganisationRecord>,
    tx: Transaction,
  ): Promise<OrganisationRecord> => guardedUpdate(OrganisationModel, { _id: before._id, version: before.version }, { $set: set }, tx),

  /** What is told from outside (Stripe, the register) moves no version: an owner who edits the profile meanwhile is not in its way. */
  async setFact(
    organisationId: string,
    set: { payment?: PaymentRecord; payout?: PayoutRecord; rating?: Rating; isSiretVerified?: boolean },
    { session }: Transaction,
  ): Promise<void> {
    await OrganisationModel.updateOne({ _id: organisationId }, { $set: set }, { session })
  },

  async putInvitation(invitation: ColleagueInvitationRecord, { session }: Transaction): Promise<void> {
    await ColleagueInvitationModel.insertMany([invitation], { session })
  },

  takeInvitation: (tokenHash: string, emailFold: string, now: Date, { session }: Transaction): Promise<ColleagueInvitationRecord | null> =>
    ColleagueInvitationModel.findOneAndDelete({ _id: tokenHash, emailFold, expiresAt: { $gt: now } }, { session })
      .lean<ColleagueInvitationRecord>()
      .exec(),
}
