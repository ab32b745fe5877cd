import { Schema } from 'mongoose'
import type { OrganisationKind, OrganisationRole } from '@mutuo/shared/accounts/account.schema.ts'
import type { CreateOrganisationInput, Proof, VatStatus } from '@mutuo/shared/organisations/organisation.schema.ts'
import type { Rating } from '@mutuo/shared/organisations/rating.rules.ts'
import { defineModel } from '../../platform/mongo/define-model.ts'

export type PersonIn = { userId: string; role: OrganisationRole; since: Date }

/** What billing knows at Stripe of one who pays: its customer from the first visit, a card once it is saved. Never a card's number. */
export type PaymentRecord = {
  stripeCustomerId: string | null
  paymentMethodId: string | null
  brand: string
  last4: string
  /** `2027-01` */
  expires: string
  savedAt: Date
}

/** What billing knows at Stripe of one who is paid. */
export type PayoutRecord = { accountId: string; status: 'none' | 'pending' | 'restricted' | 'active' }

/** A legal body, with the people who act for it. */
export type OrganisationRecord = {
  _id: string
  version: number
  kind: OrganisationKind
  name: string
  nameFold: string
  searchTokens: string[]
  siret: string | null
  isSiretVerified: boolean
  activity: NonNullable<CreateOrganisationInput['activity']> | null
  address: CreateOrganisationInput['address']
  vatStatus: VatStatus
  vatNumber: string | null
  units: number
  headcount: number | null
  phone: string | null
  website: string | null
  skills: string[]
  headline: string | null
  presentation: string | null
  dayRateMinor: number | null
  proofs: Proof[]
  /** Index of the colour that the organisation keeps on every screen. */
  colour: number
  people: PersonIn[]
  payment: PaymentRecord | null
  payout: PayoutRecord | null
  /** What may be counted of the reviews of a freelancer; told by reviews. */
  rating: Rating | null
  createdAt: Date
}

const text = { type: String, default: null }
const number = { type: Number, default: null }

/** Sharded by _id. */
const schema = new Schema<OrganisationRecord>({
  _id: String,
  version: { type: Number, required: true },
  kind: { type: String, required: true },
  name: { type: String, required: true },
  nameFold: { type: String, required: true },
  searchTokens: { type: [String], required: true },
  siret: text,
  isSiretVerified: { type: Boolean, required: true },
  activity: { type: Object, default: null },
  address: { type: Object, required: true },
  vatStatus: { type: String, required: true },
  vatNumber: text,
  units: { type: Number, required: true },
  headcount: number,
  phone: text,
  website: text,
  skills: { type: [String], required: true },
  headline: text,
  presentation: text,
  dayRateMinor: number,
  proofs: { type: [Object], required: true } as never,
  colour: { type: Number, required: true },
  people: { type: [Object], required: true } as never,
  payment: { type: Object, default: null },
  payout: { type: Object, default: null },
  rating: { type: Object, default: null },
  createdAt: { type: Date, required: true },
})
schema.index({ siret: 1 }, { unique: true, partialFilterExpression: { siret: { $type: 'string' } }, name: 'one_organisation_a_siret' })
schema.index({ 'people.userId': 1, createdAt: 1 }, { name: 'of_a_person' })
schema.index({ 'address.communeCode': 1, kind: 1 }, { name: 'of_a_commune' })
schema.index({ kind: 1, searchTokens: 1 }, { name: 'by_words' })

export const OrganisationModel = defineModel<OrganisationRecord>('organisations', schema)
