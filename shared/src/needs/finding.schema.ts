import { z } from 'zod'
import { day, id } from '../ids/id.ts'
import { organisationMark } from '../organisations/organisation.schema.ts'
import { needCard, skill } from './need.schema.ts'

/** What has been typed of a need so far. `exceptNeedId`: the draft itself, once it is saved. */
export const findSimilarInput = z.strictObject({
  title: z.string().trim().max(140).default(''),
  skills: z.array(skill).max(6).default([]),
  communeCode: z.string().max(5).optional(),
  groupId: id.optional(),
  exceptNeedId: id.optional(),
})

export const likenessReason = z.enum(['same_words', 'same_skills', 'same_group', 'same_commune', 'near'])

/** A need that somebody else has posted already, why it is like the one that is typed, and what decides whether it will do. */
export const similarNeed = z.strictObject({
  card: needCard,
  reasons: z.array(likenessReason),
  sharedSkills: z.array(skill),
  startsOn: day,
  lots: z.strictObject({ common: z.int(), own: z.int() }),
  /** "Moi aussi": whether the viewer's firm may join at once, or the code of what comes first. */
  join: z.strictObject({ allowed: z.boolean(), reason: z.string().optional() }),
})
export const similarNeeds = z.strictObject({ items: z.array(similarNeed).max(5) })

export const shareReason = z.discriminatedUnion('code', [
  z.strictObject({ code: z.literal('same_trade') }),
  z.strictObject({ code: z.literal('close_trade') }),
  z.strictObject({ code: z.literal('same_street') }),
  z.strictObject({ code: z.literal('sought'), skill, months: z.int() }),
])

/** Firms of the group that could share the need: their names and the reasons that their neighbours know anyway. */
export const likelyFirms = z.strictObject({
  items: z.array(z.strictObject({ firm: organisationMark, reasons: z.array(shareReason), isInvited: z.boolean() })).max(10),
})

export type SimilarNeed = z.infer<typeof similarNeed>
export type LikelyFirms = z.infer<typeof likelyFirms>
export type ShareReasonView = z.infer<typeof shareReason>
