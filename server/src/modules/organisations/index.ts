import type { ActingFor, Locale, OrganisationRole } from '@mutuo/shared/accounts/account.schema.ts'
import type { OrganisationMark, Proof, ShownRating } from '@mutuo/shared/organisations/organisation.schema.ts'
import { shownRating, type Rating } from '@mutuo/shared/organisations/rating.rules.ts'
import { searchedTokens } from '../../data/fold.ts'
import type { Transaction } from '../../platform/mongo/transaction.ts'
import { accounts } from '../accounts/index.ts'
import { markOf } from './organisation-mark.ts'
import type { OrganisationRecord, PaymentRecord, PayoutRecord } from './organisation.model.ts'
import { organisationStore } from './organisation.store.ts'
import { proofsOf } from './organisation.view.ts'
import { asBuyer, asSupplier, type TaxProfile } from './tax-profile.ts'

export type { OrganisationRecord, PaymentRecord, PayoutRecord } from './organisation.model.ts'
export type { TaxProfile } from './tax-profile.ts'

/** A person who acts for an organisation, as letters and notices need them. */
export type Colleague = { userId: string; name: string; email: string; locale: Locale; role: OrganisationRole }

const NOT_SAVED: PaymentRecord = { stripeCustomerId: null, paymentMethodId: null, brand: '', last4: '', expires: '', savedAt: new Date(0) }

/** What later modules may ask of organisations. */
export const organisations = {
  find: (organisationId: string, tx?: Transaction): Promise<OrganisationRecord | null> => organisationStore.find(organisationId, tx),

  many: async (ids: string[], tx?: Transaction): Promise<Map<string, OrganisationRecord>> =>
    byId((await organisationStore.many(ids, [], tx)) as OrganisationRecord[]),

  marksOf: async (ids: string[], tx?: Transaction): Promise<Map<string, OrganisationMark>> => {
    const found = await organisationStore.many(ids, ['name', 'kind', 'address', 'colour'], tx)
    return new Map(found.map((organisation) => [organisation._id, markOf(organisation)]))
  },

  /** How firms are shown as members of something. */
  async profilesOf(
    ids: string[],
  ): Promise<Map<string, Pick<OrganisationRecord, 'units' | 'headcount' | 'isSiretVerified'> & { mark: OrganisationMark }>> {
    const found = await organisationStore.many(ids, ['name', 'kind', 'address', 'colour', 'units', 'headcount', 'isSiretVerified'])
    return new Map(
      found.map(({ units, headcount, isSiretVerified, ...organisation }) => [
        organisation._id,
        { mark: markOf(organisation), units, headcount, isSiretVerified },
      ]),
    )
  },

  /** Who acts for each of the organisations. */
  async peopleOf(ids: string[], tx?: Transaction): Promise<Map<string, Colleague[]>> {
    const found = await organisationStore.many(ids, ['people'], tx)
    const people = await accounts.many(
      found.flatMap((organisation) => organisation.people.map(({ userId }) => userId)),
      tx,
    )
    const colleague = ({ userId, role }: OrganisationRecord['people'][number]) => {
      const person = people.get(userId)
      return person ? [{ ...person, role }] : []
    }
    return new Map(found.map((organisation) => [organisation._id, organisation.people.flatMap(colleague)]))
  },

  async ofUser(userId: string): Promise<ActingFor[]> {
    const found = await organisationStore.ofUser(userId)
    return found.map((organisation) => {
      const { id, name, kind, initials, colour } = markOf(organisation)
      return { id, name, kind, initials, colour, role: organisation.people.find((person) => person.userId === userId)?.role ?? 'member' }
    })
  },

  /** The organisations' names by the people who act for them. */
  async namesOfUsers(userIds: string[]): Promise<Map<string, string[]>> {
    const found = await organisationStore.ofUsers(userIds)
    const namesOf = (userId: string) =>
      found.filter(({ people }) => people.some((person) => person.userId === userId)).map((organisation) => organisation.name)
    return new Map(userIds.map((userId) => [userId, namesOf(userId)]))
  },

  proofsOf: async (ids: string[], tx?: Transaction): Promise<Map<string, Proof[]>> => {
    const found = await organisationStore.many(ids, ['siret', 'isSiretVerified', 'proofs'], tx)
    return new Map(found.map((organisation) => [organisation._id, proofsOf(organisation)]))
  },

  /** What may be said of their reviews: nothing of those that too few firms have reviewed. */
  ratingsOf: async (ids: string[]): Promise<Map<string, ShownRating>> => {
    const found = await organisationStore.many(ids, ['rating'])
    return new Map(found.flatMap(({ _id, rating }) => [shownRating(rating)].flatMap((shown) => (shown ? [[_id, shown] as const] : []))))
  },

  /** Organisations of a kind that every word leads to (a name, a town, a skill), by name. */
  search: (kind: OrganisationRecord['kind'], typed: string, limit = 20): Promise<OrganisationRecord[]> => {
    const tokens = searchedTokens(typed)
    return organisationStore.search({ kind, ...(tokens.length > 0 && { searchTokens: { $all: tokens } }) }, limit)
  },

  taxProfilesOf: async (ids: string[], tx?: Transaction): Promise<Map<string, TaxProfile>> =>
    byId(await organisationStore.many(ids, ['vatStatus', 'vatNumber'], tx)),
  asSupplier,
  asBuyer,

  /** Null as long as billing knows nothing of it at Stripe. A card is saved when `paymentMethodId` is there. */
  async paymentOf(organisationId: string, tx?: Transaction): Promise<PaymentRecord | null> {
    const [organisation] = await organisationStore.many([organisationId], ['payment'], tx)
    return organisation?.payment ?? null
  },

  async recordPayment(organisationId: string, set: Partial<PaymentRecord>, tx: Transaction): Promise<void> {
    const known = await organisations.paymentOf(organisationId, tx)
    await organisationStore.setFact(organisationId, { payment: { ...NOT_SAVED, ...known, ...set } }, tx)
  },

  async payoutOf(organisationId: string, tx?: Transaction): Promise<PayoutRecord | null> {
    const [organisation] = await organisationStore.many([organisationId], ['payout'], tx)
    return organisation?.payout ?? null
  },

  recordPayout: (organisationId: string, payout: PayoutRecord, tx: Transaction): Promise<void> =>
    organisationStore.setFact(organisationId, { payout }, tx),

  recordRating: (organisationId: string, rating: Rating, tx: Transaction): Promise<void> =>
    organisationStore.setFact(organisationId, { rating }, tx),
}

const byId = <R extends { _id: string }>(records: R[]): Map<string, R> => new Map(records.map((record) => [record._id, record]))
