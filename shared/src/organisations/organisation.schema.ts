import { z } from 'zod'
import { email, organisationKind, organisationRole } from '../accounts/account.schema.ts'
import { day, id, line, text } from '../ids/id.ts'
import { amountMinor } from '../money/money.ts'
import { skillCodes } from './skills.ts'

/** 14 digits; the server checks the key (INSEE). */
export const siret = z.string().regex(/^\d{14}$/)

/** `standard`: taxable at 20 %. `franchise`: art. 293 B du CGI. `non_taxable`: an association or an authority outside VAT. */
export const vatStatus = z.enum(['standard', 'franchise', 'non_taxable'])

export const address = z.strictObject({
  street: line(120),
  postcode: z.string().regex(/^\d{5}$/),
  commune: line(80),
  /** INSEE code of the commune. */
  communeCode: z.string().regex(/^(\d{5}|2[AB]\d{3})$/),
})

/** A code of the French nomenclature of activities; the nomenclature changes on 2027-01-01, so it is kept with the code. */
export const activity = z.strictObject({ code: z.string().regex(/^\d{2}\.\d{2}[A-Z]$/), nomenclature: z.enum(['NAF2', 'NAF2025']) })

/** A proof that a freelancer holds, checked by the platform or declared. */
export const proof = z.strictObject({
  kind: z.enum(['siret', 'liability_insurance', 'certificate']),
  label: line(120),
  until: day.optional(),
  isVerified: z.boolean(),
})

/** What a freelancer may declare; the SIRET proves itself. */
export const declaredProof = proof.omit({ isVerified: true }).extend({ kind: proof.shape.kind.exclude(['siret']) })

export const createOrganisationInput = z.strictObject({
  id,
  kind: organisationKind,
  name: line(120),
  siret: siret.optional(),
  activity: activity.optional(),
  address,
  vatStatus,
  vatNumber: z
    .string()
    .regex(/^[A-Z]{2}[0-9A-Z]{2,12}$/)
    .optional(),
  /** Shops, sites or workshops: the units of a `units` share key. */
  units: z.int().min(1).max(500).default(1),
  headcount: z.int().min(0).max(5000).optional(),
  phone: z
    .string()
    .regex(/^\+?[0-9 .]{6,20}$/)
    .optional(),
  website: z.url().max(200).optional(),
  /** Freelancers only: what they do, in the codes of `skills`. */
  skills: z.array(z.enum(skillCodes)).max(20).default([]),
  headline: line(140).optional(),
  presentation: text(4000).optional(),
  dayRateMinor: amountMinor.optional(),
})

export const updateOrganisationInput = createOrganisationInput
  .omit({ id: true, kind: true, siret: true })
  .partial()
  .extend({ organisationId: id, version: z.int(), proofs: z.array(declaredProof).max(10).optional() })

export const organisationView = z.strictObject({
  id,
  version: z.int(),
  kind: organisationKind,
  name: z.string(),
  initials: z.string(),
  /** Index 0–7 of the colour that the organisation keeps on every screen. */
  colour: z.int().min(0).max(7),
  commune: z.string(),
  communeCode: z.string(),
  isSiretVerified: z.boolean(),
  units: z.int(),
  skills: z.array(z.string()),
  headline: z.string().optional(),
  presentation: z.string().optional(),
  website: z.string().optional(),
  dayRateMinor: amountMinor.optional(),
  proofs: z.array(proof),
  /** The organisation's own people only. */
  own: z
    .strictObject({
      siret: z.string().optional(),
      activity: activity.optional(),
      address,
      vatStatus,
      vatNumber: z.string().optional(),
      headcount: z.int().optional(),
      phone: z.string().optional(),
      members: z.array(z.strictObject({ userId: id, name: z.string(), role: organisationRole })),
    })
    .optional(),
})

/** A colleague is asked by letter; who holds the letter and its address joins. */
export const colleagueInput = z.strictObject({ organisationId: id, email, role: organisationRole })

/** What is told of a freelancer's reviews, from three firms on. */
export const rating = z.strictObject({ average: z.number(), reviews: z.int(), groups: z.int() })

/** The mark of an organisation wherever it appears in another object's view. */
export const organisationMark = z.strictObject({
  id,
  name: z.string(),
  kind: organisationKind,
  initials: z.string(),
  colour: z.int().min(0).max(7),
  commune: z.string(),
})

export const commune = z.strictObject({ code: z.string(), name: z.string(), postcodes: z.array(z.string()), departement: z.string() })

export const siretAnswer = z.strictObject({
  siret,
  /** `unknown`: the register could not be asked, or does not know it; the form is filled by hand. */
  outcome: z.enum(['found', 'unknown']),
  name: z.string().optional(),
  address: address.partial().optional(),
  activity: activity.optional(),
  vatNumber: z.string().optional(),
})

export type OrganisationView = z.infer<typeof organisationView>
export type OrganisationMark = z.infer<typeof organisationMark>
export type ShownRating = z.infer<typeof rating>
export type DeclaredProof = z.infer<typeof declaredProof>
export type Proof = z.infer<typeof proof>
export type VatStatus = z.infer<typeof vatStatus>
export type UpdateOrganisationInput = z.infer<typeof updateOrganisationInput>
export type SiretAnswer = z.infer<typeof siretAnswer>
export type CreateOrganisationInput = z.infer<typeof createOrganisationInput>
